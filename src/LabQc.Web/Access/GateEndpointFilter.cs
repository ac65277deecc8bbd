using LabQc.People;

namespace LabQc.Web.Access;

/// <summary>Lets a person through to an endpoint only where the permission table does, as <see cref="GateFilter"/> does for pages.</summary>
internal sealed class GateEndpointFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var asked = http.GetEndpoint()?.Metadata.GetMetadata<AsksAttribute>()
            ?? throw new InvalidOperationException($"{http.Request.Path} does not say which action it is for.");
        var answer = Gate.Ask(http, asked.Actions, http.GetRouteValue("lot") as string);
        return answer.IsOpen
            ? await next(context)
            : Results.Text(answer.Why, "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
    }
}

/// <summary>Maps endpoints that only give something out.</summary>
internal static class GatedEndpoints
{
    /// <summary>Maps an address that answers with a file, for who may do an action.</summary>
    public static void MapDownload(this IEndpointRouteBuilder routes, string pattern, LabAction action, Delegate handler) =>
        routes.MapMethods(pattern, ["GET", "HEAD"], handler).WithMetadata(new AsksAttribute(action)).AddEndpointFilter<GateEndpointFilter>();
}
