using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Says of differences what they are about, what kind of change they make, and how closely to look.</summary>
internal static class ChangeReasons
{
    private static readonly ImmutableHashSet<string> Words = ["displayName", "description", "policyDefinitionGroups", "nonComplianceMessages", "version"];

    /// <summary>The reasons in short, in the order of the differences: <c>rule</c>, <c>parameters.added:minTls</c>.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<PropertyDifference> differences) => [.. differences.Select(Reason).Distinct(StringComparer.Ordinal)];

    /// <summary>What kind of change they make.</summary>
    /// <param name="kind">The kind of the object.</param>
    /// <param name="differences">What differs.</param>
    /// <param name="live">The object as it is.</param>
    /// <param name="wanted">As it is to be.</param>
    /// <param name="defaults">The parameter declarations of what an assignment assigns: a value equal to the default is no change of behaviour.</param>
    public static PlanClass ClassOf(ArmObjectKind kind, ImmutableArray<PropertyDifference> differences, ObjectValue live, ObjectValue wanted, ObjectValue? defaults)
    {
        if (differences.All(IsMark)) return PlanClass.Ownership;
        return differences.All(difference => IsWords(difference) || IsDefault(kind, difference, defaults) || IsOrder(kind, difference, live, wanted)) ? PlanClass.Documentation : PlanClass.Behaviour;
    }

    /// <summary>How closely to look at an update.</summary>
    public static PlanRisk RiskOf(PlanClass @class, ImmutableArray<PropertyDifference> differences)
    {
        if (@class != PlanClass.Behaviour) return PlanRisk.None;
        return differences.Any(TakesAway) ? PlanRisk.Destructive : PlanRisk.Review;
    }

    private static string Reason(PropertyDifference difference)
    {
        string[] segments = [.. JsonPointer.Segments(difference.Path)];
        return segments switch
        {
            ["properties", "policyRule", ..] => "rule",
            ["properties", "policyDefinitions", var member] => $"members.{Verb(difference)}:{member}",
            ["properties", "policyDefinitions", var member, ..] => $"members.changed:{member}",
            ["properties", "parameters", var parameter] => $"parameters.{Verb(difference)}:{parameter}",
            ["properties", "parameters", var parameter, ..] => $"parameters.changed:{parameter}",
            ["properties", "metadata", var key, ..] => $"metadata:{key}",
            ["properties", var property, ..] => property,
            [var property, ..] => property,
            _ => "document",
        };
    }

    private static string Verb(PropertyDifference difference) => (difference.Before, difference.After) switch
    {
        (UndefinedValue, _) => "added",
        (_, UndefinedValue) => "removed",
        _ => "changed",
    };

    private static bool IsMark(PropertyDifference difference) =>
        JsonPointer.Segments(difference.Path).ToArray() is ["properties", "metadata", var key] && OwnershipMark.Keys.Contains(key);

    private static bool IsWords(PropertyDifference difference) => JsonPointer.Segments(difference.Path).ToArray() switch
    {
        ["properties", "metadata", ..] => true,
        ["properties", "parameters", _, "metadata", ..] => true,
        ["properties", "policyDefinitions", _, "groupNames", ..] => true,
        ["properties", var property, ..] => Words.Contains(property),
        _ => false,
    };

    private static bool IsDefault(ArmObjectKind kind, PropertyDifference difference, ObjectValue? defaults)
    {
        if (kind != ArmObjectKind.PolicyAssignment || defaults is null || JsonPointer.Segments(difference.Path).ToArray() is not ["properties", "parameters", var name]) return false;
        var explicitly = difference.Before is UndefinedValue ? difference.After : difference.After is UndefinedValue ? difference.Before : null;
        return explicitly is ObjectValue value && defaults[name] is ObjectValue declaration && value["value"].Equals(declaration["defaultValue"]);
    }

    // The order of allOf and anyOf decides nothing; the order of every other array does.
    private static bool IsOrder(ArmObjectKind kind, PropertyDifference difference, ObjectValue live, ObjectValue wanted) =>
        kind == ArmObjectKind.PolicyDefinition
        && difference.Path.StartsWith("/properties/policyRule", StringComparison.Ordinal)
        && ObjectDigest.Of(Unordered(Rule(live))) == ObjectDigest.Of(Unordered(Rule(wanted)));

    private static PolicyValue Rule(ObjectValue document) => document["properties"] is ObjectValue properties ? properties["policyRule"] : UndefinedValue.Instance;

    private static PolicyValue Unordered(PolicyValue value) => value switch
    {
        ObjectValue item => new ObjectValue([.. item.Properties.Select(property => KeyValuePair.Create(property.Key.ToLowerInvariant(), IsJunction(property.Key) ? Ordered(property.Value) : Unordered(property.Value)))]),
        ArrayValue items => new ArrayValue([.. items.Items.Select(Unordered)]),
        _ => value,
    };

    private static PolicyValue Ordered(PolicyValue value) => value is ArrayValue items
        ? new ArrayValue([.. items.Items.Select(Unordered).OrderBy(ObjectDigest.Of, StringComparer.Ordinal)])
        : Unordered(value);

    private static bool IsJunction(string key) => string.Equals(key, "allOf", StringComparison.OrdinalIgnoreCase) || string.Equals(key, "anyOf", StringComparison.OrdinalIgnoreCase);

    private static bool TakesAway(PropertyDifference difference) => JsonPointer.Segments(difference.Path).ToArray() switch
    {
        ["properties", "policyDefinitions", _] => difference.After is UndefinedValue,
        ["properties", "enforcementMode"] => difference.After is TextValue { Value: "DoNotEnforce" },
        ["properties", "notScopes", ..] => difference.After is not UndefinedValue,
        ["identity", ..] => difference.After is UndefinedValue,
["properties", "parameters", _, "value" or "defaultValue"] or ["properties", "overrides", _, "value"] => EffectStrength.IsWeaker(difference.Before, difference.After),
        ["properties", "parameters", _] => difference.After is ObjectValue { } value && value["value"] is TextValue { Value: "Disabled" },
        _ => false,
    };
}
