using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Rendering;

/// <summary>What a reader wants to know of an object that did not exist, without its whole body.</summary>
internal static class CreatedFacts
{
    private const int MostNames = 8;

    /// <summary>One line a fact; none for other actions.</summary>
    public static IEnumerable<string> Of(PlanOperation operation)
    {
        if (operation.Action is not (PlanAction.Create or PlanAction.Successor) || operation.Body?["properties"] is not ObjectValue properties) return [];
        return operation.Kind switch
        {
            ArmObjectKind.PolicyDefinition => Definition(properties),
            ArmObjectKind.PolicySetDefinition => Initiative(properties),
            ArmObjectKind.PolicyAssignment => Assignment(properties, operation.Body),
            ArmObjectKind.PolicyExemption => Exemption(properties),
            _ => [],
        };
    }

    private static IEnumerable<string> Definition(ObjectValue properties)
    {
        if (properties["policyRule"] is ObjectValue rule && rule["then"] is ObjectValue then && then["effect"] is TextValue effect) yield return Effect(effect.Value, properties["parameters"]);
        if (Names(properties["parameters"]) is { Length: > 0 } parameters) yield return $"parameters {parameters}";
    }

    // [parameters('effect')] says nothing to a reader: its default does.
    private static string Effect(string effect, PolicyValue parameters)
    {
        if (!effect.StartsWith("[parameters('", StringComparison.OrdinalIgnoreCase) || !effect.EndsWith("')]", StringComparison.Ordinal)) return $"effect {effect}";
        var name = effect["[parameters('".Length..^"')]".Length];
        var standard = parameters is ObjectValue all && all[name] is ObjectValue parameter && parameter["defaultValue"] is TextValue value ? $" (default {value.Value})" : string.Empty;
        return $"effect of parameter {name}{standard}";
    }

    private static IEnumerable<string> Initiative(ObjectValue properties)
    {
        if (properties["policyDefinitions"] is ArrayValue members) yield return $"{CountWords.Of(members.Items.Length)} {(members.Items.Length == 1 ? "policy" : "policies")}";
        if (Names(properties["parameters"]) is { Length: > 0 } parameters) yield return $"parameters {parameters}";
    }

    private static IEnumerable<string> Assignment(ObjectValue properties, ObjectValue body)
    {
        if (properties["policyDefinitionId"] is TextValue target) yield return $"assigns {ObjectWords.NameIn(target.Value)}";
        if (properties["enforcementMode"] is TextValue mode) yield return $"enforcementMode {mode.Value}";
        if (body["identity"] is ObjectValue identity && identity["type"] is TextValue type) yield return $"identity {type.Value}";
        if (properties["notScopes"] is ArrayValue { Items.IsEmpty: false } excluded) yield return $"not in {CountWords.List([.. excluded.Items.Select(ValueText.Of)], MostNames)}";
        if (properties["overrides"] is ArrayValue { Items.IsEmpty: false } overrides) yield return $"{CountWords.Of(overrides.Items.Length, "override")} of effects";
        if (properties["resourceSelectors"] is ArrayValue { Items.IsEmpty: false } selectors) yield return $"only what {CountWords.Of(selectors.Items.Length, "selector")} of resources choose{(selectors.Items.Length == 1 ? "s" : string.Empty)}";
        if (properties["parameters"] is not ObjectValue parameters) yield break;
        foreach (var parameter in parameters.Properties) yield return $"parameter {parameter.Key}: {ValueText.Of(parameter.Value is ObjectValue wrapper && wrapper["value"] is var value and not UndefinedValue ? value : parameter.Value)}";
    }

    private static IEnumerable<string> Exemption(ObjectValue properties)
    {
        if (properties["policyAssignmentId"] is TextValue target) yield return $"from assignment {ObjectWords.NameIn(target.Value)}";
        if (properties["policyDefinitionReferenceIds"] is ArrayValue { Items.IsEmpty: false } members) yield return $"only for {CountWords.List([.. members.Items.OfType<TextValue>().Select(item => item.Value)], MostNames)}";
        if (properties["exemptionCategory"] is TextValue category) yield return $"category {category.Value}";
        if (properties["expiresOn"] is TextValue end) yield return $"ends {end.Value}";
    }

    private static string Names(PolicyValue parameters) =>
        parameters is ObjectValue { Properties.IsEmpty: false } item ? CountWords.List([.. item.Properties.Select(property => property.Key)], MostNames) : string.Empty;
}
