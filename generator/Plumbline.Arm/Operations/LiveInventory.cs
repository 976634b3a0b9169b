using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads the resources that the assignments of an environment reach.</summary>
/// <param name="connection">Where from.</param>
public sealed class LiveInventory(ArmConnection connection)
{
    /// <summary>The resources, their resource groups and subscriptions; or why there are none.</summary>
    public async Task<(ImmutableArray<ObjectValue> Resources, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> ReadAsync(DeploymentEnvironment environment, CancellationToken cancellation)
    {
        var below = await new ScopeScans(connection).SubscriptionsAsync(environment, cancellation);
        if (below.Value is not { } found) return ([], below.Failure, below.Diagnostics);
        var (estate, failure, diagnostics) = await new EstateReader(new OperationClient(connection)).ReadAsync(found.Subscriptions, null, [], environment.At, cancellation);
        return ([.. estate?.Resources ?? []], failure, [.. below.Diagnostics, .. diagnostics]);
    }
}
