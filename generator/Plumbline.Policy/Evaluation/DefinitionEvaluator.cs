using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Evaluates one compiled definition on the resource of a frame.</summary>
/// <param name="definition">The definition.</param>
/// <param name="frame">The resource; its run holds the parameters and the context.</param>
/// <param name="related">Finds related resources.</param>
internal readonly struct DefinitionEvaluator(CompiledDefinition definition, EvaluationFrame frame, IRelatedResources related)
{
    /// <summary>The verdict alone.</summary>
    public EvaluationStatus Verdict(ResourceDocument resource)
    {
        // Details that cannot be evaluated are an error of the evaluation, so those that may fail are part of the verdict.
        var outcome = Evaluate(resource);
        return outcome.Matched && definition.Effect.Details is { MayFail: true } ? Complete(outcome, resource).Status : outcome.Status;
    }

    /// <summary>The verdict with everything there is to say about it.</summary>
    public EvaluationResult Explain(ResourceDocument resource) => Complete(Evaluate(resource), resource);

    private EvaluationResult Complete(Outcome outcome, ResourceDocument resource)
    {
        var run = frame.Run;
        var result = new EvaluationResult(
            outcome.Status,
            outcome.Effect,
            run.Explanation?.Expressions ?? [],
            run.Explanation?.If,
            outcome.Found,
            outcome.Status == EvaluationStatus.Error ? run.Failure ?? "the evaluation failed" : null)
        {
            IsApplicable = outcome.IsApplicable,
            Matched = outcome.Matched,
            ExistenceTrace = run.Explanation?.Existence,
            Remarks = definition.IsEvaluated ? [] : [$"definitions of mode '{definition.Source.Mode}' are not evaluated by Azure Resource Manager"],
        };
        return result.TakesEffect ? WithDetails(result, resource) : result;
    }

    private Outcome Evaluate(ResourceDocument resource)
    {
        var effect = definition.Effect.NameOn(frame);
        if (!ModeApplicability.Applies(definition.Source.Mode, resource)) return new(EvaluationStatus.NotApplicable, effect ?? "");
        if (!definition.Applicability.Applies(frame)) return new(EvaluationStatus.NotApplicable, effect ?? "");
        foreach (var problem in definition.Problems) frame.Run.Fail(problem.Message);
        return effect is null || frame.Run.Failure is not null ? new(EvaluationStatus.Error, effect ?? "", IsApplicable: true) : Evaluate(effect);
    }

    private Outcome Evaluate(string effect)
    {
        var isDisabled = effect == EffectNames.Disabled;
        var holds = definition.If.Evaluate(frame);
        if (isDisabled) return new(EvaluationStatus.NotApplicable, effect, Matched: holds == Truth.True);
        if (holds == Truth.Failed) return new(EvaluationStatus.Error, effect, IsApplicable: true);
        if (definition.Effect.Kind == EffectDetailsKind.Existence || EffectNames.IsIfNotExists(effect)) return Existence(effect, holds);
        return holds == Truth.True
            ? new(Violation(effect), effect, IsApplicable: true, Matched: true)
            : new(EvaluationStatus.Compliant, effect, IsApplicable: true);
    }

    // A false 'if' means that the definition does not apply: no record, as opposed to a compliant one.
    private Outcome Existence(string effect, Truth holds)
    {
        if (holds == Truth.False) return new(EvaluationStatus.NotApplicable, effect);
        return ExistenceEvaluator.Look(definition.Effect.Related, effect, frame, related) is not var (isSatisfied, found)
            ? new(EvaluationStatus.Error, effect, IsApplicable: true)
            : isSatisfied
                ? new(EvaluationStatus.Compliant, effect, IsApplicable: true, Found: found)
                : new(EvaluationStatus.NonCompliant, effect, IsApplicable: true, Matched: true, Found: found);
    }

    private EvaluationStatus Violation(string effect) => effect switch
    {
        EffectNames.Manual => DefaultState(definition.Effect.Details?.Evaluate(frame)),
        EffectNames.DenyAction => EvaluationStatus.Protected,
        _ => EvaluationStatus.NonCompliant,
    };

    // Before anybody attests, the state is the one the definition names, Unknown unless told otherwise.
    private static EvaluationStatus DefaultState(PolicyValue? details) =>
        (details as ObjectValue)?["defaultState"] is TextValue state && Enum.TryParse<EvaluationStatus>(state.Value, ignoreCase: true, out var status)
        && status is EvaluationStatus.Compliant or EvaluationStatus.NonCompliant
            ? status
            : EvaluationStatus.Unknown;

    private EvaluationResult WithDetails(EvaluationResult result, ResourceDocument resource)
    {
        if (definition.Effect.Details is not { } compiled) return result;
        var details = compiled.Evaluate(frame);
        if (details is FailedValue failed) return result with { Status = EvaluationStatus.Error, Error = failed.Reason };
        return definition.Effect.Kind switch
        {
            EffectDetailsKind.Modify => ResourceChange.Modify(result, details, resource, frame.Run.Fields),
            EffectDetailsKind.Append => ResourceChange.Append(result, details, resource, frame.Run.Fields),
            _ => result with { Details = details },
        };
    }

    private readonly record struct Outcome(
        EvaluationStatus Status, string Effect, bool IsApplicable = false, bool Matched = false, IfNotExistsDetails? Found = null);
}
