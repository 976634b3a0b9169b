using System.Collections.Immutable;
using Plumbline.Emulator.Routes;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>Tells from method and path which operation a request is.</summary>
internal static class ActionOfRequest
{
    private const string Resources = "Microsoft.Resources";

    // POSTs that read: the service lists them with a "read" operation beside the "action".
    private static readonly ImmutableHashSet<string> Queries = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "queryResults", "summarize", "checkPolicyRestrictions", "listDeployments", "listPolicyDefinitionVersions", "listPolicySetDefinitionVersions");

    // Whoever has the id of an operation may ask how it goes.
    private static readonly ImmutableHashSet<string> Operations = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "operationresults", "asyncOperationResults", "operationStatuses");

    /// <summary>The operation, or null when anybody who signed in may do it.</summary>
    public static RequestedAction? Of(string method, string path)
    {
        var segments = RoutePattern.Split(path);
        if (segments.Length == 0) return null;
        if (Is(segments[0], "emulator")) return new RequestedAction("Plumbline.Emulator/state/action", ScopeChain.Tenant);
        var provider = LastProvider(segments);
        if (provider < 0) return Is(segments[0], "subscriptions") && segments.Length > 1 ? OfTypes(method, string.Empty, Resources, segments) : null;
        var scope = Join(segments.AsSpan(0, provider));
        if (segments.Length <= provider + 2) return scope.Length == 0 ? null : new RequestedAction($"{Resources}/subscriptions/providers/{Verb(method)}", scope);
        var types = segments[(provider + 2)..];
        return scope.Length == 0 && IsOpen(method, segments[1], types[0], types.Length) ? null : OfTypes(method, scope, segments[provider + 1], types);
    }

    // INVARIANT: in all of ARM's paths words and names take turns, so a word stands at an even place; a resource may have any name, "providers" too.
    private static int LastProvider(string[] segments)
    {
        var last = -1;
        for (var index = 0; index < segments.Length; index += 2)
        {
            if (Is(segments[index], "providers")) last = index;
        }

        return last;
    }

    // Types and names take turns; a type without a name is a collection, or the operation of a POST.
    private static RequestedAction? OfTypes(string method, string scope, string provider, string[] segments)
    {
        if (method == "GET" && segments.Length % 2 == 0 && (Operations.Contains(segments[0]) || Operations.Contains(segments[^2]))) return null;
        var types = string.Join('/', segments.Where((_, index) => index % 2 == 0));
        var start = provider == Resources && scope.Length == 0 ? string.Empty : $"{scope}/providers/{provider}";
        if (segments.Length % 2 == 0) return new RequestedAction($"{provider}/{types}/{Verb(method)}", start + Join(segments));
        var parent = segments.Length == 1 ? (scope.Length == 0 ? ScopeChain.Tenant : scope) : start + Join(segments.AsSpan(0, segments.Length - 1));
        if (method != "POST") return new RequestedAction($"{provider}/{types}/{Verb(method)}", parent, IsCollection: method is "GET" or "HEAD");
        return new RequestedAction($"{provider}/{types}/action", parent) { Alternative = Queries.Contains(segments[^1]) ? $"{provider}/{types}/read" : null };
    }

    // What belongs to the tenant can be read by all who are in it; lists hold what each may see.
    private static bool IsOpen(string method, string provider, string type, int depth) => (provider.ToLowerInvariant(), type.ToLowerInvariant()) switch
    {
        ("microsoft.authorization", "policydefinitions" or "policysetdefinitions" or "roledefinitions" or "provideroperations" or "datapolicymanifests") => method is "GET" or "HEAD" or "POST",
        ("microsoft.policyinsights", "policymetadata" or "policystates" or "policyevents") => method is "GET" or "HEAD",
        ("microsoft.management", "managementgroups") => method is "GET" && depth == 1,
        ("microsoft.management", "getentities" or "checknameavailability") => true,
        ("microsoft.resourcegraph", _) => true,
        ("microsoft.resources", "calculatetemplatehash" or "operations") => true,
        (_, "operations") => method is "GET",
        _ => false,
    };

    private static string Verb(string method) => method switch
    {
        "GET" or "HEAD" => "read",
        "DELETE" => "delete",
        "POST" => "action",
        _ => "write",
    };

    private static string Join(ReadOnlySpan<string> segments) => segments.IsEmpty ? string.Empty : "/" + string.Join('/', segments);

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
