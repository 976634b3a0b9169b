using System.Runtime.CompilerServices;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Evaluates policy definitions as Azure Resource Manager does, without a network. Total: whatever the definition and the resource are, there is a result.
/// A definition is compiled when it is first seen and kept as long as it lives. Safe for use by several threads.
/// </summary>
/// <param name="aliases">Where field names are looked up.</param>
/// <param name="unknownAliases">What to do with a field name that is not found.</param>
/// <remarks>
/// The definition's mode is the caller's to check for each resource (<see cref="ModeApplicability"/>).
/// <c>modify</c> and <c>append</c> give a verdict; nothing is changed.
/// </remarks>
public sealed class PolicyEvaluator(AliasTable aliases, UnknownAliasHandling unknownAliases = UnknownAliasHandling.Refuse)
{
    private readonly FieldResolver fields = new(aliases, unknownAliases);
    private readonly ConditionalWeakTable<PolicyDefinition, CompiledDefinition> compiled = [];

    /// <summary>The verdict of a definition on a resource.</summary>
    public EvaluationResult Evaluate(PolicyDefinition definition, EvaluationInput input)
    {
        var ready = compiled.GetValue(definition, source => new CompiledDefinition(source, fields));
        var run = new EvaluationRun(input, new ParameterValues(definition.Parameters, input.Parameters), fields);
        var scope = new EvaluationScope(run, input.Resource);
        var effect = EffectOf(ready, run, scope);
        if (effect == EffectNames.Disabled) return new(EvaluationStatus.NotApplicable, effect, []);
        if (run.Failure is not null) return Error(effect, run);
        if (ready.Applicability.Applies(run) == false) return new(EvaluationStatus.NotApplicable, effect, []);
        foreach (var problem in ready.Problems) run.Fail(problem);
        return run.Failure is null ? EvaluateRule(ready, effect, run, scope) : Error(effect, run);
    }

    private static EvaluationResult EvaluateRule(CompiledDefinition definition, string effect, EvaluationRun run, EvaluationScope scope)
    {
        run.ForgetExpressions();
        var conditions = new ConditionEvaluator(run);
        if (conditions.Evaluate(definition.If, scope) is not { } trace) return Error(effect, run);
        if (EffectNames.IsIfNotExists(effect))
        {
            return trace.Result
                ? new IfNotExistsEvaluator(run, conditions).Evaluate(definition.Details, effect, trace, scope)
                : new(EvaluationStatus.NotApplicable, effect, run.Expressions, trace);
        }

        var status = !trace.Result ? EvaluationStatus.Compliant : effect == EffectNames.Manual ? DefaultState(definition.Source.Then) : EvaluationStatus.NonCompliant;
        return new(status, effect, run.Expressions, trace);
    }

    private static string EffectOf(CompiledDefinition definition, EvaluationRun run, EvaluationScope scope)
    {
        if (!ModeApplicability.IsResourceManagerMode(definition.Source.Mode))
            run.Fail($"definitions of mode '{definition.Source.Mode}' are not evaluated by Azure Resource Manager");
        switch (definition.Effect.Evaluate(scope))
        {
            case TextValue text when EffectNames.Canonical(text.Value) is { } effect: return effect;
            case TextValue text: run.Fail($"the effect '{text.Value}' is not evaluated by Azure Resource Manager"); return text.Value;
            case FailedValue failed: run.Fail(failed.Reason); return "";
            default: run.Fail($"the effect '{definition.Source.Then.Effect}' does not evaluate to a string"); return "";
        }
    }

    // Before anybody attests, the state is the one the definition names, Unknown unless told otherwise.
    private static EvaluationStatus DefaultState(EffectClause then) =>
        (then.Details as ObjectValue)?["defaultState"] is TextValue state && Enum.TryParse<EvaluationStatus>(state.Value, ignoreCase: true, out var status)
        && status is EvaluationStatus.Compliant or EvaluationStatus.NonCompliant
            ? status
            : EvaluationStatus.Unknown;

    private static EvaluationResult Error(string effect, EvaluationRun run) =>
        new(EvaluationStatus.Error, effect, run.Expressions, Error: run.Failure ?? "the evaluation failed");
}
