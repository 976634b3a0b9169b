using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Rendering;

/// <summary>The sentences about exemptions.</summary>
internal static class ExemptionStatements
{
    /// <summary>A sentence an exemption that begins or ends.</summary>
    public static IEnumerable<PlanStatement> Of(IEnumerable<PlanOperation> objects) =>
        from one in objects
        where one.Kind == ArmObjectKind.PolicyExemption && one.Action is not (PlanAction.Update or PlanAction.Adopt)
        select one.Action == PlanAction.Delete
            ? new PlanStatement(PlanLineStyle.Delete, "Ends", $"{ObjectWords.Label(one)}: {ObjectWords.Place(ArmScope.Of(one.Id))} is judged again.")
            : new PlanStatement(PlanLineStyle.Warning, "Exempts", $"{ObjectWords.Place(ArmScope.Of(one.Id))} from {Target(one)}{Until(one)} ({ObjectWords.Label(one)}).");

    private static string Target(PlanOperation operation)
    {
        var assignment = Property(operation, "policyAssignmentId") is TextValue id ? $"assignment {ObjectWords.NameIn(id.Value)}" : "an assignment";
        return Property(operation, "policyDefinitionReferenceIds") is ArrayValue { Items: { IsEmpty: false } items }
            ? $"{CountWords.Of(items.Length)} {(items.Length == 1 ? "policy" : "policies")} of {assignment}"
            : assignment;
    }

    private static string Until(PlanOperation operation) => Property(operation, "expiresOn") is TextValue { Value.Length: > 0 } date ? $" until {date.Value}" : " without an end";

    private static PolicyValue Property(PlanOperation operation, string name) =>
        operation.Body?["properties"] is ObjectValue properties ? properties[name] : UndefinedValue.Instance;
}
