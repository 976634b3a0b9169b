using Plumbline.Planning.Journals;

namespace Plumbline.Cli.Applying;

/// <summary>What an apply or a rollback means for the exit code.</summary>
internal static class ApplyExitCode
{
    /// <summary>
    /// 0 when everything is as the plan wants it; 4 when the plan is stale; 6 when nothing could be done for want of a permission; 7 when something failed;
    /// 130 when it was cancelled; 2 when the journal does not belong to the plan.
    /// </summary>
    public static ExitCode Of(ApplyResult result) => result.Outcome switch
    {
        ApplyOutcome.Complete or ApplyOutcome.AlreadyComplete => ExitCode.Success,
        ApplyOutcome.Stale => ExitCode.Incomplete,
        ApplyOutcome.Refused => ExitCode.Usage,
        ApplyOutcome.Interrupted => ExitCode.Interrupted,
        _ => IsUnauthorized(result) ? ExitCode.Unauthorized : ExitCode.RemoteFailure,
    };

    // A run that did something and was then not allowed the rest is a partial apply first.
    private static bool IsUnauthorized(ApplyResult result)
    {
        var kinds = result.Failures.Concat(result.Failed.Select(failed => failed.Failure)).Select(failure => failure.Kind).ToList();
        return kinds.Count > 0 && kinds.TrueForAll(kind => kind is ApplyFailureKind.NotSignedIn or ApplyFailureKind.NotAuthorized) && result.Done.All(one => one.IsEarlier);
    }
}
