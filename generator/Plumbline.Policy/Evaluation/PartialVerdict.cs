using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Tells whether the verdict of a definition stands although values of the resource are not known yet.</summary>
/// <param name="definition">The definition.</param>
/// <param name="frame">The resource; its run holds the parameters and the context.</param>
/// <param name="related">Finds related resources.</param>
/// <param name="isPatch">Whether the resource is a change of one that exists.</param>
internal sealed class PartialVerdict(CompiledDefinition definition, EvaluationFrame frame, IRelatedResources related, bool isPatch)
{
    private readonly ImmutableArray<UnresolvedRead>.Builder reads = ImmutableArray.CreateBuilder<UnresolvedRead>();

    /// <summary>The values that are not known and that the verdict depends on; none when it stands whatever they are.</summary>
    public ImmutableArray<UnresolvedRead> Undecided(ResourceDocument resource)
    {
        if (!definition.Problems.IsEmpty || !ModeApplicability.Applies(definition.Source.Mode, resource)) return [];
        if (definition.Effect.NameOn(frame) is not { } effect || effect == EffectNames.Disabled) return [];
        var evaluator = new PartialEvaluator(frame, reads, isPatch);
        return Verdict(evaluator, effect) == PartialTruth.Unknown ? reads.ToImmutable() : [];
    }

    // True: a violation. An IfNotExists effect is violated when 'if' holds and nothing satisfies the existence condition.
    private PartialTruth Verdict(PartialEvaluator evaluator, string effect)
    {
        var applies = definition.Applicability.Deciding is { } deciding ? evaluator.Evaluate(deciding) : PartialTruth.True;
        if (applies == PartialTruth.False || (applies == PartialTruth.True && !definition.Applicability.Applies(frame))) return PartialTruth.False;
        var holds = evaluator.Evaluate(definition.If);
        if (holds is PartialTruth.False or PartialTruth.Failed) return holds;
        var isExistence = definition.Effect.Kind == EffectDetailsKind.Existence || EffectNames.IsIfNotExists(effect);
        var violated = isExistence ? Missing() : Details();
        return violated == PartialTruth.True && (holds == PartialTruth.Unknown || applies == PartialTruth.Unknown) ? PartialTruth.Unknown : violated;
    }

    // Details that fail make the verdict an error; when they fail because of an unknown value, nobody knows.
    private PartialTruth Details()
    {
        if (definition.Effect.Details is not { MayFail: true } details) return PartialTruth.True;
        var context = new TrackedContext(frame, isPatch);
        return details.Evaluate(context) is FailedValue && context.Unresolved is { } expression
            ? new PartialEvaluator(frame, reads, isPatch).Unknown("then.details", expression)
            : PartialTruth.True;
    }

    private PartialTruth Missing()
    {
        if (definition.Effect.Related is not { } details) return PartialTruth.Failed;
        var context = new TrackedContext(frame, isPatch);
        var query = details.Query(frame, context);
        if (context.Unresolved is { } expression) return new PartialEvaluator(frame, reads, isPatch).Unknown("then.details", expression);
        if (query is not var (wanted, kind)) return PartialTruth.Failed;
        var result = PartialTruth.True;
        var candidateFrame = new EvaluationFrame(frame.Run);
        foreach (var candidate in related.Find(wanted).Where(candidate => ExistenceEvaluator.IsOfKind(candidate, kind)))
        {
            candidateFrame.Begin(candidate, frame);
            var satisfied = details.Condition is { } condition ? new PartialEvaluator(candidateFrame, reads, isPatch: false).Evaluate(condition) : PartialTruth.True;
            if (satisfied == PartialTruth.True) return PartialTruth.False;
            if (satisfied != PartialTruth.False) result = PartialTruth.Unknown;
        }

        return result;
    }
}
