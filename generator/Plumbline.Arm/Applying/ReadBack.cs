using System.Collections.Immutable;
using Plumbline.Arm.Reading;
using Plumbline.Arm.Sending;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Applying;

/// <summary>Reads everything that was written once more, by lists, and compares it with what is wanted: the last word on whether a run did what it says.</summary>
internal sealed class ReadBack(ArmSender sender, LiveStateReader reader, DeploymentPlan plan)
{
    /// <summary>What is not as it was written; or the calls that failed.</summary>
    /// <param name="done">All that is done, in the plan's order.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<(ImmutableArray<FailedOperation> Different, ImmutableArray<ArmFailure> Failures)> CheckAsync(ImmutableArray<AppliedOperation> done, CancellationToken cancellation)
    {
        var last = done.GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()).ToImmutableArray();
        for (var looks = 1; ; looks++)
        {
            var reading = await reader.ReadAsync(PlanQuery.Of(plan), PlanQuery.Roles(plan, last.Select(one => one.Id)), cancellation);
            if (reading.State is not { } live) return ([], reading.Failures);
            var different = last.Where(one => !IsAsWanted(one, live)).ToImmutableArray();

            // A list may lag behind what a read of the object itself has shown.
            if (different.IsEmpty || looks >= sender.Rules.ConfirmationTries) return ([.. different.Select(one => Failed(one, live))], []);
            await sender.DelayAsync(sender.Rules.ConsistencyWait(looks), cancellation);
        }
    }

    private static bool IsAsWanted(AppliedOperation one, LiveState live) => new ObjectWrite(one.Operation, one.Id, one.Operation.Body, Expectation.Absent).IsSatisfiedBy(live.Find(one.Id));

    private static FailedOperation Failed(AppliedOperation one, LiveState live)
    {
        var found = live.Find(one.Id);
        var paths = one.Operation.Body is { } body && found is not null
            ? string.Join(", ", ObjectComparison.Compare(one.Operation.Kind, found.Document, body).Select(difference => difference.Path))
            : "/id";
        return new(one.Operation, ApplyFailures.Of(ApplyFailureKind.NotConfirmed, $"GET {one.Id}", DiagnosticCatalog.ApplyNotConfirmed(ApplyFailures.At(one.Operation), one.Id, paths)));
    }
}
