using System.Collections.Immutable;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>The client of remediations. Stands in for the package Azure.ResourceManager.PolicyInsights.</summary>
internal sealed class RemediationClient(OperationClient client)
{
    /// <summary>The remediations at a scope.</summary>
    public Task<(ImmutableArray<ObjectValue> Items, ArmFailure? Failure)> ListAsync(string collection, CancellationToken cancellation) =>
        client.ListAsync(collection, OperationVersions.PolicyInsights, null, cancellation);

    /// <summary>Creates one; the answer tells how it stands.</summary>
    public async Task<(RemediationResult Result, ArmFailure? Failure)> CreateAsync(RemediationTask task, string name, CancellationToken cancellation)
    {
        var answer = await client.PutAsync($"{task.Collection}/{name}", OperationVersions.PolicyInsights, task.Body, cancellation);
        var before = new RemediationResult(task, name, string.Empty);
        return answer.Failure is { } failure ? (before, failure) : (Read(before with { State = "Accepted" }, PolicyValueReader.FromElement(answer.Body)), null);
    }

    /// <summary>How one stands now.</summary>
    public async Task<(RemediationResult Result, ArmFailure? Failure)> GetAsync(RemediationResult before, CancellationToken cancellation)
    {
        var (value, failure) = await client.GetAsync(before.Id, OperationVersions.PolicyInsights, cancellation);
        return value is null ? (before, failure) : (Read(before, value), null);
    }

    /// <summary>Asks one to end.</summary>
    public async Task<ArmFailure?> CancelAsync(string id, CancellationToken cancellation) =>
        (await client.PostAsync($"{id}/cancel", OperationVersions.PolicyInsights, null, cancellation)).Failure;

    /// <summary>What one could not change.</summary>
    public async Task<(ImmutableArray<RemediationFailure> Failures, ArmFailure? Failure)> FailuresAsync(string id, CancellationToken cancellation)
    {
        var (items, failure) = await client.PostListAsync($"{id}/listDeployments", OperationVersions.PolicyInsights, cancellation);
        return ([.. items.Select(RemediationFailureReader.Read).OfType<RemediationFailure>().OrderBy(one => one.ResourceId, StringComparer.OrdinalIgnoreCase)], failure);
    }

    /// <summary>The name and state of a remediation of a list; null when it tells neither.</summary>
    public static (string Name, string State)? StateOf(ObjectValue remediation) =>
        remediation["name"] is TextValue name && remediation["properties"] is ObjectValue properties && properties["provisioningState"] is TextValue state ? (name.Value, state.Value) : null;

    private static RemediationResult Read(RemediationResult before, PolicyValue document)
    {
        if (document is not ObjectValue remediation || remediation["properties"] is not ObjectValue properties) return before;
        var status = properties["deploymentStatus"] as ObjectValue ?? new ObjectValue([]);
        return before with
        {
            State = properties["provisioningState"] is TextValue { Value.Length: > 0 } state ? state.Value : before.State,
            Total = Number(status, "totalDeployments"),
            Successful = Number(status, "successfulDeployments"),
            Failed = Number(status, "failedDeployments"),
            Message = properties["statusMessage"] is TextValue { Value.Length: > 0 } message ? message.Value : null,
        };
    }

    private static int Number(ObjectValue owner, string name) => owner[name] is IntegerValue { Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : 0;
}
