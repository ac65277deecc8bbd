using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.Validation;

/// <summary>E_n as a mark on an axis from −3 to +3, with what agrees, −1 to +1, as the accepted range.</summary>
internal static class EnBar
{
    private const double Width = 104;
    private const double Reach = 3;

    public static IHtmlContent Of(double en)
    {
        var look = Math.Abs(en) <= 1 ? "" : "f";
        return Bar.Sheet(look, Width, Bar.Axis(Width), Bar.Zone(At(-1), At(1), Width), Bar.Mark(look, At(Math.Clamp(en, -Reach, Reach)), Width));
    }

    private static double At(double en) => Width * (en + Reach) / (2 * Reach);
}
