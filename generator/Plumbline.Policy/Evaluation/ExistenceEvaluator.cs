using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Looks for a related resource that satisfies the existence condition: one is enough, whichever it is; without a condition, one that exists.
/// </summary>
internal static class ExistenceEvaluator
{
    /// <summary>What was found; null when the evaluation failed, for the reason in the run.</summary>
    public static (bool IsSatisfied, IfNotExistsDetails Found)? Look(RelatedDetails? details, string effect, EvaluationFrame frame, IRelatedResources related)
    {
        if (details is null) frame.Run.Fail($"the effect '{effect}' has no details");
        if (details?.Query(frame) is not var (query, kind)) return null;
        var candidates = related.Find(query).Where(candidate => IsOfKind(candidate, kind)).ToList();
        if (candidates.Count == 0) return (false, new(null, 0));
        var candidateFrame = new EvaluationFrame(frame.Run);
        foreach (var candidate in candidates)
        {
            frame.Run.Explanation?.BeginCandidate();
            candidateFrame.Begin(candidate, frame);
            var satisfied = details.Condition?.Evaluate(candidateFrame) ?? Truth.True;
            if (satisfied == Truth.Failed) return null;
            if (satisfied == Truth.True) return (true, new(IdOf(candidate), candidates.Count));
        }

        return (false, new(IdOf(candidates[^1]), candidates.Count));
    }

    private static string? IdOf(ResourceDocument resource) => ResourceIdentity.Text(resource.Root, "id");

    /// <summary>Whether a related resource is of the kind that the details name; any is when they name none.</summary>
    public static bool IsOfKind(ResourceDocument candidate, string? kind) =>
        kind is null || string.Equals(ResourceIdentity.Text(candidate.Root, "kind"), kind, StringComparison.OrdinalIgnoreCase);
}
