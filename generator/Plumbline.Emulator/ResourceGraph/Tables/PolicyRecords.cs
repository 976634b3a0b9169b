using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
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
        var context = new RowContext(evaluator: null, state);
        foreach (var verdicts in state.PolicyStates.Newest.Where(verdicts => isWithin(verdicts.Resource.Id)))
        {
            for (var place = 0; place < verdicts.States.Length; place++)
            {
                if (Record(new ComplianceRow(context, verdicts, place)) is { } row) yield return row;
            }
        }
    }

    // The record's name is a hash of what makes it one: resource, assignment, member.
    private GraphRecord? Record(ComplianceRow row)
    {
        var (resource, member) = (row.Verdicts.Resource.Id.Text, row.Record.Member);
        var key = $"{resource}|{member.Assignment.Id.Text}|{member.ReferenceId}|{member.DefinitionId}".ToLowerInvariant();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 20));
        var id = ResourceId.TryParse($"{resource}/providers/{StateType}/{name}");
        return id is null ? null : new GraphRecord(id, id.Text, name, default, state.TenantId, () => Properties(row));
    }

    private static KqlValue Properties(ComplianceRow row) => PolicyValues.Read(new ObjectValue(
    [
        .. RecordColumns.State.Properties.Select(column => KeyValuePair.Create(column, row[column])).Where(field => field.Value is not UndefinedValue),
        new("stateWeight", new IntegerValue(Weight(row.Record.State))),
    ]));

    // The weights that Resource Graph's own samples use; the worst of several states is the heaviest.
    private static int Weight(ComplianceState state) => state switch
    {
        ComplianceState.NonCompliant => 300,
        ComplianceState.Compliant => 200,
        ComplianceState.Conflict => 100,
        ComplianceState.Exempt => 50,
        _ => 0,
    };
}
