using System.Collections.Immutable;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Finds the route of a request: the first whose method and pattern fit.</summary>
internal sealed class ArmRouter(ImmutableArray<Route> routes)
{
    /// <summary>A router that looks through <paramref name="first"/> before these routes.</summary>
    public ArmRouter After(ImmutableArray<Route> first) => new([.. first, .. routes]);

    /// <summary>The route, and the request with its named segments; or the refusal (no such path, no such method, a bad api-version).</summary>
    public (Route? Route, ArmRequest Request, ArmError? Error) Find(ArmRequest request)
    {
        var (pathIsKnown, segments) = (false, RoutePattern.Split(request.Path));
        foreach (var route in routes)
        {
            if (route.Pattern.Match(segments) is not { } values) continue;
            pathIsKnown = true;
            if (route.Method != request.Method) continue;
            return route.VersionedType != Route.WithoutVersion && ApiVersions.Check(route.VersionedType, request.ApiVersion) is { } error
                ? (null, request, error)
                : (route, request with { RouteValues = values }, null);
        }

        return (null, request, pathIsKnown
            ? ArmErrors.MethodNotAllowed(request.Method, request.Path)
            : ArmErrors.RouteNotFound(request.Path));
    }
}
