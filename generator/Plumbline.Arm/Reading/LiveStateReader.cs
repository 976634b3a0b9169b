using System.Collections.Immutable;
using Plumbline.Arm.Sending;
using Plumbline.Planning.Objects;

namespace Plumbline.Arm.Reading;

/// <summary>
/// Reads what an endpoint has by paged lists in parallel: how many requests that takes depends on scopes and pages, not on objects. Azure Resource Graph would be one request,
/// but lags behind and turns metadata into text.
/// </summary>
public sealed class LiveStateReader
{
    private const string Exactly = "atExactScope()";

    private readonly ArmSender sender;
    private readonly ObjectClient client;

    /// <summary>Reads through a connection.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="limits">How fast, or null for the defaults.</param>
    /// <param name="rules">How often to try again, or null for what suits the endpoint.</param>
    public LiveStateReader(ArmConnection connection, RequestLimits? limits = null, RetryRules? rules = null)
        : this(new ArmSender(connection, limits ?? RequestLimits.Default, rules ?? (connection.Endpoint.IsLoopback ? RetryRules.Local : RetryRules.Cloud)))
    {
    }

    internal LiveStateReader(ArmSender sender)
    {
        this.sender = sender;
        client = new ObjectClient(sender);
    }

    /// <summary>Reads everything that is asked for. A built-in that does not exist is left out.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public Task<LiveReading> ReadAsync(LiveQuery query, CancellationToken cancellation) => ReadAsync(query, [], cancellation);

    /// <summary>Reads everything that is asked for, and keeps role assignments of these ids whoever's they are.</summary>
    internal async Task<LiveReading> ReadAsync(LiveQuery query, ImmutableHashSet<string> roles, CancellationToken cancellation)
    {
        var missing = new ScopeCheck(sender).CheckAsync([query.DefinitionScope, .. query.AssignmentScopes, .. query.ExemptionRoots, .. query.RoleRoots], cancellation);
        var lists = Task.WhenAll(Lists(query).Select(list => client.ListAsync(list.Kind, list.Scope, list.Filter, cancellation)));
        var builtIns = Task.WhenAll(query.BuiltIns.Select(id => client.GetAsync(KindOf(id), id, cancellation)));
        await Task.WhenAll(missing, lists, builtIns);

        // What fails at a scope that does not exist fails because of that.
        ImmutableArray<ArmFailure> failures = [.. await missing, .. (await lists).Select(list => list.Failure).OfType<ArmFailure>(), .. (await builtIns).Select(one => one.Failure).OfType<ArmFailure>()];
        if (!failures.IsEmpty) return new(null, Distinct(failures));

        var found = (await lists).SelectMany(list => list.Values).ToLookup(one => one.Kind);
        var kept = RoleSelection.Of(found[ArmObjectKind.RoleAssignment], found[ArmObjectKind.PolicyAssignment], roles.WithComparer(StringComparer.OrdinalIgnoreCase));
        var objects = found.Where(kind => kind.Key != ArmObjectKind.RoleAssignment).SelectMany(kind => kind).Concat(kept);
        return new(new(Ordered(objects), Ordered((await builtIns).Select(one => one.Value).OfType<ArmObject>()), "arm"), []);
    }

    private static IEnumerable<(ArmObjectKind Kind, string Scope, string? Filter)> Lists(LiveQuery query) =>
    [
        (ArmObjectKind.PolicyDefinition, query.DefinitionScope, Exactly),
        (ArmObjectKind.PolicySetDefinition, query.DefinitionScope, Exactly),
        .. query.AssignmentScopes.Distinct(StringComparer.OrdinalIgnoreCase).Select(scope => (ArmObjectKind.PolicyAssignment, scope, (string?)Exactly)),
        .. query.ExemptionRoots.Distinct(StringComparer.OrdinalIgnoreCase).Select(scope => (ArmObjectKind.PolicyExemption, scope, (string?)null)),
        .. query.ExemptedAssignments.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(id => (ArmObjectKind.PolicyExemption, ArmScope.Of(id), (string?)$"policyAssignmentId eq '{id.Replace("'", "''", StringComparison.Ordinal)}'")),
        .. query.RoleRoots.Distinct(StringComparer.OrdinalIgnoreCase).Select(scope => (ArmObjectKind.RoleAssignment, scope, (string?)null)),
    ];

    private static ArmObjectKind KindOf(string id) =>
        id.Contains("/policySetDefinitions/", StringComparison.OrdinalIgnoreCase) ? ArmObjectKind.PolicySetDefinition : ArmObjectKind.PolicyDefinition;

    private static ImmutableArray<ArmObject> Ordered(IEnumerable<ArmObject> objects) =>
        [.. objects.DistinctBy(one => one.Id, StringComparer.OrdinalIgnoreCase).OrderBy(one => one.Id, StringComparer.Ordinal)];

    // A missing scope fails in every list that is read there: the shortest path names it.
    private static ImmutableArray<ArmFailure> Distinct(ImmutableArray<ArmFailure> failures)
    {
        var scopes = failures.Where(failure => !failure.Path.Contains(ArmObjectKinds.Provider, StringComparison.OrdinalIgnoreCase)).Select(failure => failure.Path).ToImmutableArray();
        return
        [
            .. failures
                .Where(failure => scopes.Contains(failure.Path, StringComparer.OrdinalIgnoreCase) || !scopes.Any(scope => ArmScope.Contains(scope, failure.Path)))
                .DistinctBy(failure => (failure.Path, failure.Code))
                .OrderBy(failure => failure.Path, StringComparer.Ordinal),
        ];
    }
}
