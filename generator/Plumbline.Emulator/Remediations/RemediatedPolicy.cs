using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Remediations;

/// <summary>What an assignment assigns, without a resource to evaluate.</summary>
/// <param name="policies">The assignments.</param>
internal sealed class RemediatedPolicy(PreparedPolicies policies)
{
    private static readonly TemplateEvaluator Effects = new(AliasTable.Empty);

    /// <summary>The members of an assignment: one for a definition, those of the initiative else; null when the assignment cannot be read.</summary>
    /// <param name="state">The state.</param>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="scope">The scope whose resources are meant; overrides may differ by it.</param>
    /// <param name="now">When.</param>
    public ImmutableArray<AssignedPolicy>? Members(ArmState state, string assignmentId, ResourceId scope, DateTimeOffset now)
    {
        var prepared = policies.Of(state).FirstOrDefault(item => ScopeContainment.IsSame(item.Assignment.Id, assignmentId));
        if (prepared is null) return null;
        var nothing = new EvaluatedResource(PolicyValueReader.Object(("id", new TextValue(scope.Text))), new EvaluationContext(now), RelatedResourceList.Empty);
        return [.. prepared.Evaluate(nothing).Select(record => record.Policy)];
    }

    /// <summary>The effect of a member by its canonical name; null when it cannot be told.</summary>
    public static string? EffectOf(AssignedPolicy policy, DateTimeOffset now)
    {
        if (policy.Definition is not { } definition) return null;
        var values = definition.Parameters.Aggregate(
            ImmutableDictionary.Create<string, PolicyValue>(StringComparer.OrdinalIgnoreCase),
            static (known, parameter) => parameter.DefaultValue is { } value ? known.SetItem(parameter.Name, value) : known);
        var evaluated = Effects.Evaluate(definition.Then.Effect, TemplateEvaluator.Input(null, values.SetItems(policy.Parameters), new EvaluationContext(now)));
        return evaluated.Value is TextValue effect ? EffectNames.Canonical(effect.Value) ?? effect.Value : null;
    }
}
