using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.ResourceGraph.Tables;

/// <summary>The rows of <c>policyresources</c>: definitions, initiatives, assignments, exemptions, attestations, and the newest compliance records.</summary>
internal sealed class PolicyRecords(ArmState state)
{
    private const string StateType = "Microsoft.PolicyInsights/policyStates";

    private static readonly ImmutableArray<string> Types =
        [ResourceTypes.PolicyDefinition, ResourceTypes.PolicySetDefinition, ResourceTypes.PolicyAssignment, ResourceTypes.PolicyExemption, ResourceTypes.PolicyEnrollment];

    /// <summary>The rows within a scope.</summary>
    public IEnumerable<GraphRecord> In(GraphScope scope) =>
        Types.SelectMany(scope.Filtered)
            .Concat(scope.OfType(ResourceTypes.Attestation))
            .Select(resource => GraphRecord.Of(resource, state.TenantId))
            .Concat(States(scope));

    private IEnumerable<GraphRecord> States(GraphScope scope)
    {
        var isWithin = scope.Test();
        foreach (var record in state.PolicyStates)
        {
            if (ResourceId.TryParse(record.ResourceId) is { } resource && isWithin(resource) && Record(record) is { } row) yield return row;
        }
    }

    // The record's name is a hash of what makes it one: resource, assignment, member.
    private GraphRecord? Record(PolicyState record)
    {
        var key = $"{record.ResourceId}|{record.AssignmentId}|{record.Text("policyDefinitionReferenceId")}|{record.Text("policyDefinitionId")}".ToLowerInvariant();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 20));
        var id = ResourceId.TryParse($"{record.ResourceId}/providers/{StateType}/{name}");
        return id is null ? null : new GraphRecord(id, id.Text, name, default, state.TenantId, () => Properties(record));
    }

    private static KqlValue Properties(PolicyState record) => PolicyValues.Read(new ObjectValue(
    [
        .. record.Fields.Properties,
        new("stateWeight", new IntegerValue(Weight(record.ComplianceState))),
    ]));

    // The weights that Resource Graph's own samples use; the worst of several states is the heaviest.
    private static int Weight(string state) => state switch
    {
        "NonCompliant" => 300,
        "Compliant" => 200,
        "Conflict" => 100,
        "Exempt" => 50,
        _ => 0,
    };
}
