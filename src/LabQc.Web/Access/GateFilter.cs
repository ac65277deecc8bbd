using LabQc.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LabQc.Web.Access;

/// <summary>Lets a person through to a page's handler only where the permission table does.</summary>
internal sealed class GateFilter : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.ActionDescriptor.HandlerTypeInfo;
        if (page.IsDefined(typeof(OpenToAllAttribute), inherit: true))
        {
            await next();
            return;
        }
        var answer = Gate.Ask(context.HttpContext, Asked(context), context.RouteData.Values["lot"] as string);
        if (answer.IsOpen)
            await next();
        else if (answer.IsAboutStage && context.HandlerInstance is ITellsWhoWasFirst overtaken && overtaken.WhoWasFirst() is { } told)
            context.Result = told;
        else
            context.Result = NotAllowed(answer.Why);
    }

    private static IReadOnlyList<LabAction> Asked(PageHandlerExecutingContext context) =>
        Asked(context.HandlerMethod?.MethodInfo) ?? Asked(context.ActionDescriptor.HandlerTypeInfo)
        ?? throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} does not say which action it is for.");

    private static IReadOnlyList<LabAction>? Asked(System.Reflection.MemberInfo? member) =>
        member?.GetCustomAttributes(typeof(AsksAttribute), inherit: true) is [AsksAttribute asks, ..] ? asks.Actions : null;

    private static ViewResult NotAllowed(string why) => new()
    {
        ViewName = "NotAllowed",
        StatusCode = StatusCodes.Status403Forbidden,
        ViewData = new Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary<string>(
            new Microsoft.AspNetCore.Mvc.ModelBinding.EmptyModelMetadataProvider(), new Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary())
        { Model = why },
    };
}
