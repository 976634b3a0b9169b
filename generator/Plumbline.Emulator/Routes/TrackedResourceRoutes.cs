using System.Collections.Immutable;
using Plumbline.Emulator.Insights;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary><c>policyTrackedResources/default/queryResults</c> at any scope: what deployIfNotExists policies made or updated there.</summary>
internal static class TrackedResourceRoutes
{
    private static readonly ODataSchema Schema = ODataSchema.OfTexts("PolicyTrackedResource", ["policyAssignmentId", "policyDefinitionId", "policyDefinitionReferenceId", "trackedResourceId"], []);

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } = [new("POST", $"{{*scope}}/providers/{TrackedResource.Type}/{{view}}/queryResults", TrackedResource.Type, Query)];

    private static Outcome Query(ArmState state, ArmRequest request) => ScopeCheck.In(state, request["scope"], scope =>
    {
        if (!string.Equals(request["view"], "default", StringComparison.OrdinalIgnoreCase)) return InsightsErrors.InvalidQuery($"The policy tracked resources resource '{request["view"]}' is not 'default'.");
        FilterNode? filter = null;
        if (request.Query.TryGetValue("$filter", out var text))
        {
            filter = FilterParser.Parse(text, Schema, out var error);
            if (filter is null) return InsightsErrors.InvalidQuery(error ?? text);
        }

        return Paging.Page(request, [.. state.OfType(TrackedResource.Type, scope).Where(tracked => filter?.Matches(Row(tracked)) != false)], TrackedResource.Document);
    });

    private static ObjectValue Row(StoredResource tracked) => new(
    [
        .. ((ReadOnlySpan<string>)["policyAssignmentId", "policyDefinitionId", "policyDefinitionReferenceId"]).ToArray()
            .Select(name => KeyValuePair.Create(name, (PolicyValue)new TextValue(tracked.Property("policyDetails")?.Text(name) ?? string.Empty))),
        new("trackedResourceId", new TextValue(tracked.Id.Parent?.Text ?? string.Empty)),
    ]);
}
