using System.Collections.Frozen;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>What the effect <c>denyAction</c> protects from deletion. Deleting a parent takes its children and extensions along, whatever protects those.</summary>
public static class DeletionProtection
{
    private const string Delete = "delete";

    // Azure's documentation: exempt, so that nobody locks himself out.
    private static readonly FrozenSet<string> Exempt = new[]
    {
        "Microsoft.Authorization/policyAssignments", "Microsoft.Authorization/denyAssignments", "Microsoft.Blueprint/blueprintAssignments",
        "Microsoft.Resources/deploymentStacks", "Microsoft.Resources/subscriptions", "Microsoft.Authorization/locks",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether resources of a type can be deleted whatever the policies say.</summary>
    public static bool IsExempt(string resourceType) => Exempt.Contains(resourceType);

    /// <summary>Whether a policy refuses to delete the resource of its record.</summary>
    public static bool Refuses(AssignmentRecord record) =>
        record is { IsEnforced: true, Effect: EffectNames.DenyAction, State: ComplianceState.Protected or ComplianceState.Error } && NamesDelete(record.Details);

    /// <summary>Whether a policy refuses to delete the resource together with its resource group: unless <c>cascadeBehaviors.resourceGroup</c> allows it, which counts in mode Indexed only.</summary>
    public static bool RefusesWithGroup(AssignmentRecord record) => Refuses(record) && !AllowsCascade(record);

    private static bool AllowsCascade(AssignmentRecord record) =>
        Is(record.Policy.Definition?.Mode, "Indexed")
        && record.Details is ObjectValue details
        && details["cascadeBehaviors"] is ObjectValue cascade
        && cascade["resourceGroup"] is TextValue behavior
        && Is(behavior.Value, "allow");

    // An evaluation that failed has no details, and then it denies.
    private static bool NamesDelete(PolicyValue? details) =>
        details is not ObjectValue item
        || item["actionNames"] is not ArrayValue actions
        || actions.Items.OfType<TextValue>().Any(action => Is(action.Value, Delete) || action.Value.EndsWith("/" + Delete, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
