using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Evaluates <c>auditIfNotExists</c> and <c>deployIfNotExists</c> on a resource for which <c>if</c> holds: one related resource that satisfies
/// the existence condition is enough, whichever it is; without a condition, one that exists.
/// </summary>
internal sealed class IfNotExistsEvaluator(EvaluationRun run, ConditionEvaluator conditions)
{
    public EvaluationResult Evaluate(RelatedDetails? details, string effect, TraceNode trace, EvaluationScope scope)
    {
        if (details is null) run.Fail($"the effect '{effect}' has no details");
        if (details?.Query(run, scope) is not var (query, kind)) return Result(EvaluationStatus.Error, effect, trace, null);
        var related = run.Input.Related.Find(query).Where(candidate => IsOfKind(candidate, kind)).ToList();
        foreach (var candidate in related)
        {
            var satisfied = details.Condition is null || Satisfies(details.Condition, candidate);
            if (run.Failure is not null) return Result(EvaluationStatus.Error, effect, trace, null);
            if (satisfied) return Result(EvaluationStatus.Compliant, effect, trace, new(ResourceIdentity.Text(candidate, "id"), related.Count));
        }

        var last = related is [.., var looked] ? ResourceIdentity.Text(looked, "id") : null;
        return Result(EvaluationStatus.NonCompliant, effect, trace, new(last, related.Count));
    }

    private bool Satisfies(CompiledCondition condition, ObjectValue candidate)
    {
        run.BeginCandidate();
        return conditions.Evaluate(condition, new EvaluationScope(run, candidate)) is { Result: true };
    }

    private static bool IsOfKind(ObjectValue candidate, string? kind) =>
        kind is null || string.Equals(ResourceIdentity.Text(candidate, "kind"), kind, StringComparison.OrdinalIgnoreCase);

    private EvaluationResult Result(EvaluationStatus status, string effect, TraceNode trace, IfNotExistsDetails? found) =>
        new(status, effect, run.Expressions, trace, found, status == EvaluationStatus.Error ? run.Failure : null);
}
