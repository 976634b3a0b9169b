using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>
/// Applies the append and modify effects of all policies to a resource, as Azure does before it looks at deny. Every policy is evaluated on the resource of the
/// request, not on what another policy made of it. First everything is appended, then modified, each in the order of the records.
/// Pure and total; safe for use by several threads.
/// </summary>
/// <param name="aliases">Where field names are looked up.</param>
/// <param name="unknownAliases">What to do with a field name that is not found.</param>
public sealed class EffectApplier(AliasTable aliases, UnknownAliasHandling unknownAliases = UnknownAliasHandling.Refuse)
{
    /// <summary>The resource after the effects of all records that take place.</summary>
    /// <param name="resource">As the request has it; its <c>type</c> tells which aliases mean anything.</param>
    /// <param name="records">What the policies say of the resource; those that are not enforced, exempt or of other effects do nothing.</param>
    /// <param name="apiVersion">The api-version of the request; null in a remediation, where the default paths count.</param>
    public EffectOutcome Apply(ObjectValue resource, IEnumerable<AssignmentRecord> records, string? apiVersion)
    {
        var wanted = records.Where(TakesPlace).ToList();
        var checks = new ModifyChecks(new FieldResolver(aliases, unknownAliases, apiVersion), aliases, apiVersion, resource["type"] is TextValue type ? type.Value : "");
        var changes = new ResourceChanges(resource, checks);
        foreach (var record in wanted.Where(record => record.Effect == EffectNames.Append)) changes.Append(record);
        var plans = wanted.Where(record => record.Effect == EffectNames.Modify).Select(record => ModifyPlan.Of(record, checks, changes)).ToList();
        foreach (var plan in PlanConflicts.Resolve(plans, changes)) changes.Modify(plan);
        return changes.Outcome();
    }

    // What contradicts another policy is in the state Conflict already; here it is decided which of them wins.
    private static bool TakesPlace(AssignmentRecord record) =>
        record.IsEnforced && record.State is ComplianceState.NonCompliant or ComplianceState.Conflict && record.Effect is EffectNames.Append or EffectNames.Modify;
}
