using System.Collections.Frozen;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Scan;

/// <summary>A record as a row of PolicyInsights. Its fields are made when they are read.</summary>
/// <param name="context">What it reads besides the record.</param>
/// <param name="verdicts">The evaluation it belongs to.</param>
/// <param name="place">Its place in the evaluation.</param>
internal sealed class ComplianceRow(RowContext context, ResourceVerdicts verdicts, int place) : ODataRow
{
    /// <summary>An empty text.</summary>
    public static readonly TextValue Empty = new(string.Empty);

    private static readonly TextValue Undetermined = new("tbd");
    private static readonly ArrayValue None = new([]);
    private static readonly FrozenDictionary<ComplianceState, TextValue> States = Enum.GetValues<ComplianceState>().ToFrozenDictionary(state => state, state => new TextValue(state.ToString()));

    /// <summary>The evaluation it belongs to.</summary>
    public ResourceVerdicts Verdicts => verdicts;

    /// <summary>Its place in the evaluation.</summary>
    public int Place => place;

    /// <summary>The record.</summary>
    public PolicyState Record => verdicts.States[place];

    /// <inheritdoc/>
    public override PolicyValue this[string property] => property switch
    {
        "complianceState" => States[Record.State],
        "isCompliant" => BooleanValue.Of(Record.State != ComplianceState.NonCompliant),
        "timestamp" => new TextValue(SystemData.Stamp(verdicts.Timestamp)),
        "resourceId" => new TextValue(verdicts.Resource.Id.Text),
        "subscriptionId" => Text(verdicts.Resource.Id.SubscriptionId),
        "resourceType" => Text(verdicts.Resource.Id.Type),
        "resourceLocation" => Text(verdicts.Resource.Body.Text("location")),
        "resourceGroup" => Text(verdicts.Resource.Id.ResourceGroup),
        "resourceTags" => Undetermined,
        "policyDefinitionAction" => Text(Record.Effect.ToLowerInvariant()),
        "managementGroupIds" => context.ManagementGroups(verdicts.Resource.Id.SubscriptionId),
        RecordColumns.EvaluationDetails => context.Explain(verdicts, Record.Member),
        "components" => None,
        "complianceReasonCode" => Empty,
        _ => Record.Member.Fields[property] ?? UndefinedValue.Instance,
    };

    private static TextValue Text(string? text) => text is null ? Empty : new TextValue(text);
}
