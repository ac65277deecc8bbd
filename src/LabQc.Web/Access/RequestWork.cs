using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Web.Hosting;

namespace LabQc.Web.Access;

/// <summary>One unit of work a request, as the person who is signed in: what the gate reads with, the page goes on with.</summary>
internal static class RequestWork
{
    /// <summary>The unit of work of a request; it begins with the first who asks, and ends with the request.</summary>
    public static LabWork Of(HttpContext context)
    {
        if (context.Features.Get<LabWork>() is { } begun)
            return begun;
        var me = context.Features.Get<SignedIn>() ?? throw new InvalidOperationException("Nobody is signed in.");
        var work = context.RequestServices.GetRequiredService<Laboratory>().Registry.Begin(me.Actor);
        context.Features.Set(work);
        context.Response.RegisterForDispose(work);
        return work;
    }
}
