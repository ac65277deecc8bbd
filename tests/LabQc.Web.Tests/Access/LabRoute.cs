using System.Reflection;
using LabQc.People;
using LabQc.Web.Access;
using LabQc.Web.Tests.Laboratories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LabQc.Web.Tests.Access;

/// <summary>One thing that can be asked of the door: an address, a verb, and the actions that it is for.</summary>
/// <param name="Pattern">The address with its parts in braces.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Handler">The page's named handler, if any.</param>
/// <param name="Actions">What the permission table is asked; empty where the route is open to all.</param>
/// <param name="IsOpen">Whether the route is open to all.</param>
internal sealed record LabRoute(string Pattern, string Method, string? Handler, IReadOnlyList<LabAction> Actions, bool IsOpen)
{
    /// <summary>Whether it is listed at all: a route that asks nothing and is not open is a hole.</summary>
    public bool IsListed => IsOpen || Actions.Count > 0;

    public bool IsAboutALot => Pattern.Contains("{lot}", StringComparison.Ordinal);

    /// <summary>All routes of a running laboratory.</summary>
    public static async Task<IReadOnlyList<LabRoute>> All(RunningLaboratory laboratory)
    {
        var services = laboratory.Routing;
        var loader = services.GetRequiredService<PageLoader>();
        var routes = new List<LabRoute>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                routes.AddRange(Handlers(pattern, await loader.LoadAsync(page, EndpointMetadataCollection.Empty)));
            else
                routes.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new LabRoute(
                    pattern, method, null, endpoint.Metadata.GetMetadata<AsksAttribute>()?.Actions ?? [], endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null)));
        }
        return [.. routes.DistinctBy(r => (r.Pattern, r.Method, r.Handler))];
    }

    private static IEnumerable<LabRoute> Handlers(string pattern, CompiledPageActionDescriptor page)
    {
        var open = page.HandlerTypeInfo.IsDefined(typeof(OpenToAllAttribute), inherit: true);
        var ofPage = page.HandlerTypeInfo.GetCustomAttribute<AsksAttribute>()?.Actions ?? [];
        if (page.HandlerMethods.Count == 0)
            yield return new LabRoute(pattern, "GET", null, ofPage, open);
        foreach (var handler in page.HandlerMethods)
            yield return new LabRoute(pattern, handler.HttpMethod.ToUpperInvariant(), handler.Name, handler.MethodInfo.GetCustomAttribute<AsksAttribute>()?.Actions ?? ofPage, open);
    }
}
