using System.Collections.Immutable;
using Azure.Core;

namespace Plumbline.Arm.Deployment;

/// <summary>What the endpoint has of a deployment.</summary>
/// <param name="Existing">The wanted objects that exist, by lower-case id.</param>
/// <param name="Orphans">Objects with the initiative's mark that are not wanted any more; assignments first, so that each stands before what it depends on.</param>
internal sealed record LiveState(ImmutableDictionary<string, LiveObject> Existing, ImmutableArray<LiveObject> Orphans)
{
    /// <summary>The existing object of that id, or null.</summary>
    public LiveObject? Find(string id) => Existing.GetValueOrDefault(id);
}

/// <summary>Reads the <see cref="LiveState"/>.</summary>
internal sealed class LiveStateReader(ArmConnection connection)
{
    private const int Readers = 4;

    private readonly PolicyObjectClient client = new(connection);

    /// <summary>Reads each wanted object by its id, and the collections for orphans.</summary>
    public async Task<(LiveState? State, ArmFailure? Failure)> ReadAsync(ImmutableArray<DesiredObject> wanted, string initiative, CancellationToken cancellation)
    {
        if (await ScopeFailureAsync(cancellation) is { } scopeFailure) return (null, scopeFailure);

        var found = new (LiveObject? Value, ArmFailure? Failure)[wanted.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellation };
        await Parallel.ForAsync(0, wanted.Length, options, async (i, token) => found[i] = await client.GetAsync(wanted[i].Kind, wanted[i].Id, token));
        if (found.Select(one => one.Failure).FirstOrDefault(one => one is not null) is { } failure) return (null, failure);

        var (orphans, listFailure) = await OrphansAsync(wanted, initiative, cancellation);
        var existing = found.Select(one => one.Value).OfType<LiveObject>().ToImmutableDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);
        return listFailure is null ? (new(existing, orphans), null) : (null, listFailure);
    }

    // A missing scope and a missing object both answer 404, so the scope is asked for by itself.
    private Task<ArmFailure?> ScopeFailureAsync(CancellationToken cancellation)
    {
        var scope = connection.Scope;
        var id = new ResourceIdentifier(scope.Assignment);
        return ArmConnection.AttemptAsync(
            scope.Assignment,
            () => scope.Kind switch
            {
                ScopeKind.Subscription => connection.Client.GetSubscriptionResource(id).GetAsync(cancellation),
                ScopeKind.ResourceGroup => connection.Client.GetResourceGroupResource(id).GetAsync(cancellation),
                _ => connection.Client.GetManagementGroupResource(id).GetAsync(cancellationToken: cancellation),
            },
            cancellation);
    }

    private async Task<(ImmutableArray<LiveObject> Orphans, ArmFailure? Failure)> OrphansAsync(ImmutableArray<DesiredObject> wanted, string initiative, CancellationToken cancellation)
    {
        var ids = wanted.Select(one => one.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var orphans = ImmutableArray.CreateBuilder<LiveObject>();
        foreach (var kind in new[] { ArmObjectKind.PolicyAssignment, ArmObjectKind.PolicySetDefinition, ArmObjectKind.PolicyDefinition })
        {
            var scope = kind == ArmObjectKind.PolicyAssignment ? connection.Scope.Assignment : connection.Scope.Definitions;
            var (found, failure) = await client.ListAsync(kind, scope, cancellation);
            if (failure is not null) return ([], failure);
            orphans.AddRange(found
                .Where(one => !ids.Contains(one.Id) && string.Equals(Ownership.Of(one), initiative, StringComparison.OrdinalIgnoreCase))
                .OrderBy(one => one.Name, StringComparer.Ordinal));
        }

        return (orphans.ToImmutable(), null);
    }
}
