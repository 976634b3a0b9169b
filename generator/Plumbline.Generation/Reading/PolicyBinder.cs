using System.Collections.Immutable;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Generation.Reading;

/// <summary>Makes the policies of the model.</summary>
internal sealed class PolicyBinder(ConditionBinder conditions)
{
    public IEnumerable<Diagnostic> Problems => conditions.Problems;

    /// <summary>The parameters an owner declares under <c>parameters</c>.</summary>
    public static ImmutableArray<CatalogParameter> Parameters(YamlMapping owner) =>
        [.. Named(owner, "parameters").Select(entry => Parameter(entry.Name, entry.Value))];

    /// <summary>The policy, or null when it cannot be told which kind it is.</summary>
    public CatalogPolicy? Bind(YamlMapping policy)
    {
        var mark = policy.Entries.Select(entry => entry.Key.Text).FirstOrDefault(key => key is "builtin" or "resource" or "rule");
        return mark switch
        {
            "builtin" => BuiltIn(policy),
            "resource" => SecureState(policy),
            "rule" => RawRule(policy),
            _ => null,
        };
    }

    private static BuiltInPolicy BuiltIn(YamlMapping policy) => new(
        policy.Text("builtin"),
        policy.Text("version"),
        policy.Text("referenceId"),
        policy.TextOrNull("effect"),
        [.. Named(policy, "parameters").Select(entry => Use(entry.Name, entry.Value))],
        policy.Text("severity"),
        policy.Text("remediation"),
        policy);

    private SecureStatePolicy SecureState(YamlMapping policy)
    {
        var related = policy.MappingOrNull("related");
        var state = new SecureState(
            policy.Text("resource"),
            conditions.Bind(policy, "when"),
            policy.Texts("forEach"),
            conditions.Bind(policy, "where"),
            conditions.Bind(policy, "require"),
            policy.Text("whenMissing") != "compliant",
            related is null ? null : new RelatedState(related.Text("type"), related.TextOrNull("name"), conditions.Bind(related, "require")));
        var header = Header(policy, related is null ? EffectNames.OnTheResource : EffectNames.OnRelatedResources);
        return new SecureStatePolicy(header, state, Fix(policy, header), policy);
    }

    private RawRulePolicy RawRule(YamlMapping policy)
    {
        var rule = policy.Mapping("rule");
        var details = rule.Mapping("then").Mapping("details");
        var effects = details["type"] is null ? EffectNames.OnTheResource : EffectNames.OnRelatedResources;
        return new RawRulePolicy(
            Header(policy, effects),
            policy.TextOrNull("mode") ?? "All",
            policy.Object("rule"),
            conditions.Bind(rule, "if"),
            conditions.Bind(details, "existenceCondition"),
            policy);
    }

    private static DefinitionHeader Header(YamlMapping policy, ImmutableArray<string> defaultEffects) => new(
        policy.Text("name"),
        policy.Text("version"),
        policy.Text("displayName"),
        policy.Text("description"),
        policy.Text("severity"),
        policy.Text("remediation"),
        policy.TextOrNull("note"),
        policy.Text("aliasStatus") == "derived",
        policy["effects"] is null ? defaultEffects : policy.Texts("effects"),
        Parameters(policy));

    private static Fix? Fix(YamlMapping policy, DefinitionHeader header)
    {
        if (policy.MappingOrNull("fix") is not { } fix) return null;
        var isDeployment = fix["deploy"] is not null;
        return new Fix(
            fix.Text("name"),
            fix.Text("version"),
            fix.TextOrNull("displayName") ?? $"{header.DisplayName} (fix)",
            fix.TextOrNull("description") ?? header.Description,
            isDeployment,
            fix.Object(isDeployment ? "deploy" : "modify"),
            fix);
    }

    private static CatalogParameter Parameter(string name, YamlMapping parameter) => new(
        new PolicyParameter(
            name,
            parameter.Text("type"),
            parameter.ValueOrNull("default"),
            parameter.Values("allowedValues"),
            parameter.Text("displayName"),
            parameter.Text("description"),
            parameter.Location),
        parameter.TextOrNull("strongType"),
        parameter.TextOrNull("shared"),
        parameter);

    private static ParameterUse Use(string name, YamlMapping parameter) => new(
        name,
        parameter.ValueOrNull("default"),
        parameter.TextOrNull("displayName"),
        parameter.TextOrNull("description"),
        parameter.TextOrNull("shared"),
        parameter.ValueOrNull("value"),
        parameter);

    private static IEnumerable<(string Name, YamlMapping Value)> Named(YamlMapping owner, string key) =>
        owner.Mapping(key).Entries.Where(entry => entry.Value is YamlMapping).Select(entry => (entry.Key.Text, (YamlMapping)entry.Value));
}
