using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>Finds the effects that the policies of an assignment can have, without a resource: what decides on rights and on what a change means.</summary>
public static class AssignedEffects
{
    /// <summary>One entry a policy, in the order of the initiative.</summary>
    public static ImmutableArray<AssignedEffect> Of(PolicyAssignment assignment, IPolicyDefinitions definitions)
    {
        if (definitions.SetDefinitions(assignment.PolicyDefinitionId) is not [var set, ..]) return [Direct(assignment, definitions)];
        return [.. set.References.Select(reference => Member(assignment, set, reference, definitions))];
    }

    /// <summary>The effects that an override or a parameter may give a definition.</summary>
    public static ImmutableArray<string> Allowed(PolicyDefinition definition) => EffectOverrides.Allowed(definition);

    private static AssignedEffect Direct(PolicyAssignment assignment, IPolicyDefinitions definitions)
    {
        var definition = Find(definitions, assignment.PolicyDefinitionId);
        var values = definition is null ? null : ParameterBinder.Bind(definition, assignment.Parameters, At(assignment));
        return Make(null, assignment.PolicyDefinitionId, definition, values, assignment);
    }

    private static AssignedEffect Member(PolicyAssignment assignment, PolicySetDefinition set, PolicyDefinitionReference reference, IPolicyDefinitions definitions)
    {
        var definition = Find(definitions, reference.PolicyDefinitionId);
        var values = definition is null ? null : ParameterBinder.Bind(definition, reference, set, assignment.Parameters);
        return Make(reference.ReferenceId, reference.PolicyDefinitionId, definition, values, assignment);
    }

    private static AssignedEffect Make(string? referenceId, string id, PolicyDefinition? definition, ParameterBinding? binding, PolicyAssignment assignment)
    {
        if (definition is null || binding is null) return new(referenceId, id, null, ImmutableDictionary<string, PolicyValue>.Empty, []);
        var values = new ParameterValues(definition.Parameters, binding.Values);
        var own = Effect(definition, values);
        return new(referenceId, id, definition, WithDefaults(definition, binding.Values), Overridden(assignment, referenceId, own));
    }

    // An override that looks at the resource applies to some and not to others, so that both effects are possible from there on.
    private static ImmutableArray<string> Overridden(PolicyAssignment assignment, string? referenceId, string? own)
    {
        var possible = own is null ? ImmutableArray<string>.Empty : [own];
        foreach (var item in assignment.Overrides.Where(item => item.Kind == OverrideKind.PolicyEffect && Concerns(item, referenceId)))
        {
            var effect = EffectNames.Canonical(item.Value) ?? item.Value;
            var isForAll = item.Selectors.All(selector => selector.Kind == SelectorKind.PolicyDefinitionReferenceId);
            possible = isForAll ? [effect] : [.. possible.Append(effect).Distinct(StringComparer.Ordinal)];
        }

        return possible;
    }

    private static bool Concerns(PolicyOverride item, string? referenceId) => item.Selectors
        .Where(selector => selector.Kind == SelectorKind.PolicyDefinitionReferenceId)
        .All(selector => referenceId is not null && selector.Values.Contains(referenceId, StringComparer.OrdinalIgnoreCase) != selector.IsNegated);

    private static string? Effect(PolicyDefinition definition, ParameterValues values)
    {
        var context = new ParametersOnly(values, "an effect can read parameters only");
        var value = OperandTemplate.Compile(new TextValue(definition.Then.Effect), new ExpressionSite(_ => { })).Evaluate(context);
        return value is TextValue text && value is not FailedValue ? EffectNames.Canonical(text.Value) ?? text.Value : null;
    }

    private static ImmutableDictionary<string, PolicyValue> WithDefaults(PolicyDefinition definition, ImmutableDictionary<string, PolicyValue> values) =>
        values.SetItems(
            from parameter in definition.Parameters
            where parameter.DefaultValue is not null && !values.ContainsKey(parameter.Name)
            select KeyValuePair.Create(parameter.Name, parameter.DefaultValue));

    private static PolicyDefinition? Find(IPolicyDefinitions definitions, string id) => definitions.Definitions(id) is [var found, ..] ? found : null;

    private static SourceLocation At(PolicyAssignment assignment) => assignment.Location ?? new SourceLocation(assignment.Id);
}
