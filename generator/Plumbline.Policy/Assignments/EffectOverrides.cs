using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>Definitions with another effect than their own. Each is made once, so that it is compiled once.</summary>
internal sealed class EffectOverrides
{
    private readonly ConditionalWeakTable<PolicyDefinition, ConcurrentDictionary<string, PolicyDefinition>> made = [];

    /// <summary>The definition with the effect instead of its own.</summary>
    public PolicyDefinition With(PolicyDefinition definition, string effect) =>
        made.GetValue(definition, static _ => new(StringComparer.OrdinalIgnoreCase))
            .GetOrAdd(effect, static (name, source) => source with { Then = source.Then with { Effect = name } }, definition);

    /// <summary>
    /// The effects an override may give: the allowed values of the parameter that names the effect, else those that can stand for the one written.
    /// Azure's documentation: audit, deny and modify or append are interchangeable as far as the details allow, so are the two of IfNotExists; manual with none.
    /// </summary>
    public static ImmutableArray<string> Allowed(PolicyDefinition definition)
    {
        var parameter = EffectParameter(definition);
        if (parameter is { AllowedValues.IsEmpty: false }) return [.. parameter.AllowedValues.OfType<TextValue>().Select(value => value.Value)];
        var written = parameter?.DefaultValue is TextValue value ? value.Value : definition.Then.Effect;
        return [.. Interchangeable(EffectNames.Canonical(written), definition.Then.Details).Append(EffectNames.Disabled).Distinct(StringComparer.Ordinal)];
    }

    // Where the effect written does not tell (it is Disabled, or not known), the details do.
    private static ImmutableArray<string> Interchangeable(string? effect, PolicyValue? details) => (effect, details) switch
    {
        (EffectNames.Manual or EffectNames.DenyAction, _) => [effect],
        (EffectNames.AuditIfNotExists or EffectNames.DeployIfNotExists or EffectNames.Disabled or null, ObjectValue item) when item["type"] is TextValue =>
            item["deployment"] is ObjectValue ? [EffectNames.AuditIfNotExists, EffectNames.DeployIfNotExists] : [EffectNames.AuditIfNotExists],
        (EffectNames.AuditIfNotExists or EffectNames.DeployIfNotExists, _) => [effect],
        (_, ObjectValue item) when item["operations"] is ArrayValue => [EffectNames.Audit, EffectNames.Deny, EffectNames.Modify],
        (_, ArrayValue) => [EffectNames.Audit, EffectNames.Deny, EffectNames.Append],
        _ => [EffectNames.Audit, EffectNames.Deny],
    };

    private static PolicyParameter? EffectParameter(PolicyDefinition definition) =>
        TemplateText.IsExpression(definition.Then.Effect)
        && ExpressionParser.Parse(definition.Then.Effect).Value is CallExpression { Name: var name, Arguments: [LiteralExpression { Value: TextValue wanted }] }
        && string.Equals(name, "parameters", StringComparison.OrdinalIgnoreCase)
            ? definition.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, wanted.Value, StringComparison.OrdinalIgnoreCase))
            : null;
}
