using System.Collections.Immutable;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads and writes attestations.</summary>
public sealed class Attestor
{
    private readonly OperationClient client;

    private readonly DeployedPolicyReader reader;

    /// <summary>Over a connection.</summary>
    public Attestor(ArmConnection connection) => (client, reader) = (new(connection), new(connection));

    /// <summary>All attestations below subscriptions.</summary>
    /// <param name="subscriptions">Ids of subscriptions.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<(ImmutableArray<ObjectValue> Found, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> ReadAsync(IEnumerable<string> subscriptions, SourceLocation at, CancellationToken cancellation)
    {
        var (items, failure) = await reader.AttestationsAsync(subscriptions, cancellation);
        return (items, failure, failure is null ? [] : [failure.ToDiagnostic(at)]);
    }

    /// <summary>Writes what is to be created or updated, one after another; what one is refused for does not stop the others.</summary>
    /// <param name="plan">What to write.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task<(int Written, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> WriteAsync(AttestationPlan plan, SourceLocation at, CancellationToken cancellation)
    {
        var (written, first, problems) = (0, (ArmFailure?)null, ImmutableArray.CreateBuilder<Diagnostic>());
        foreach (var change in plan.Changes.Where(change => change.Writes))
        {
            var answer = await client.PutAsync(change.Id, OperationVersions.PolicyInsights, change.Body, cancellation);
            first ??= answer.Failure;
            if (answer.Failure is { } failure) problems.Add(failure.ToDiagnostic(at));
            else written++;
        }

        return (written, first, problems.ToImmutable());
    }
}
