using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Access;

/// <summary>
/// A page whose form was read before somebody else moved its lot on. What it is for is not possible any more, and the person is
/// told who was first, with what they typed still there.
/// </summary>
internal interface ITellsWhoWasFirst
{
    /// <summary>The page again, with who was first; null where the form was not overtaken, so that it is simply not allowed.</summary>
    IActionResult? WhoWasFirst();
}
