namespace Plumbline.Reporting;

/// <summary>How states become verdicts.</summary>
internal static class StatusRules
{
    /// <summary>The verdict on a feature from the policies that count for it (not compensating) and the pairs of policy and resource under them.</summary>
    public static ControlStatus OfFeature(FeatureOutcome outcome, IReadOnlyCollection<PolicyResult> counting, StateCounts pairs) => outcome switch
    {
        FeatureOutcome.Platform => ControlStatus.Platform,
        FeatureOutcome.NotSupported => ControlStatus.NotSupported,
        FeatureOutcome.Attestation => OfStates(counting, pairs) switch
        {
            ControlStatus.Unknown => ControlStatus.Unattested,
            ControlStatus.Pass => ControlStatus.Attested,
            var other => other,
        },
        _ => OfStates(counting, pairs),
    };

    /// <summary>The verdict on a control from the verdicts on its features: the worst, where "not evaluated" beside a verdict is "partly evaluated".</summary>
    public static ControlStatus OfControl(IReadOnlyCollection<ControlStatus> features)
    {
        var worst = features.Min();
        var hasGap = worst is ControlStatus.NotEvaluated or ControlStatus.NotAssigned;
        return hasGap && features.Any(IsEvaluated) ? ControlStatus.PartlyEvaluated : worst;
    }

    private static ControlStatus OfStates(IReadOnlyCollection<PolicyResult> counting, StateCounts pairs)
    {
        if (pairs.NonCompliant > 0) return ControlStatus.Fail;
        if (pairs.Error + pairs.Conflict > 0) return ControlStatus.Error;
        if (pairs.Unknown + pairs.NotStarted + pairs.Other > 0) return ControlStatus.Unknown;
        var hasGap = counting.Any(policy => policy.Evaluation == PolicyEvaluation.NotEvaluated);
        if (pairs.Total == 0) return hasGap ? ControlStatus.NotEvaluated : ControlStatus.NotAssigned;
        if (hasGap) return ControlStatus.PartlyEvaluated;
        return pairs.Exempt > 0 ? ControlStatus.PassWithExemptions : ControlStatus.Pass;
    }

    private static bool IsEvaluated(ControlStatus status) =>
        status is ControlStatus.PartlyEvaluated or ControlStatus.PassWithExemptions or ControlStatus.Pass or ControlStatus.Attested;
}
