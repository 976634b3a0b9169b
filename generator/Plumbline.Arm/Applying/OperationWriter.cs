using Plumbline.Arm.Sending;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Applying;

/// <summary>
/// Writes one object: looks at it, notes in the journal what is about to be sent, sends, and makes sure of it. Before each further try it looks again,
/// because a request without an answer may have taken effect, and somebody else may have written meanwhile.
/// </summary>
internal sealed class OperationWriter(ArmSender sender, ObjectClient client, RunJournal journal, RunState state)
{
    /// <summary>Writes; the end says what is known.</summary>
    /// <exception cref="IOException">The journal could not be written.</exception>
    public async Task<OperationEnd> WriteAsync(ObjectWrite write, CancellationToken cancellation)
    {
        var patience = new WritePatience(sender.Rules, failure => state.IsAbout(failure, write.Id));
        ArmFailure? last = null;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var (live, tag, failure) = await client.GetAsync(write.Operation.Kind, write.Id, cancellation);
                if (failure is not null) return Failed(write, failure);
                if (Settle(write, live, last) is { } settled) return settled;
                var call = Conditional(client.Write(write.Operation.Kind, write.Id, write.Body), live, tag);
                var number = attempt;
                var answer = await sender.SendAsync(call, cancellation, () => journal.Sending(write, number));
                if (answer.Failure is not { } refusal || (write.Body is null && refusal.Status == 404)) return await ConfirmAsync(write, live is null, cancellation);
                if (patience.Next(answer) is not { } wait) return await GiveUpAsync(write, refusal, patience, cancellation);
                journal.Retried(write, attempt, refusal, wait);
                last = refusal;
                await sender.DelayAsync(wait, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return last is null ? new OperationEnd.NotStarted() : Interrupted(write);
        }
    }

    // What is there decides: done, somebody else's, or to be written.
    private OperationEnd? Settle(ObjectWrite write, ArmObject? live, ArmFailure? last)
    {
        var mayBeDone = write.MayBeDone || write.Body is null || (last is not null && (Patience.IsUnknown(last) || last.Status == 409));
        if (mayBeDone && write.IsSatisfiedBy(live)) return Written(write, live, last is not null);
        return write.Expected.Fits(live) ? null : new OperationEnd.Stale(StaleObjects.Of(write, live));
    }

    // Only where the endpoint has entity tags: ARM's types for policy have none, and the look before the write is all there is.
    private ArmCall Conditional(ArmCall call, ArmObject? live, string? tag)
    {
        if (!sender.HasEntityTags) return call;
        return live is null ? call with { IfNoneMatch = "*" } : call with { IfMatch = tag };
    }

    private async Task<OperationEnd> ConfirmAsync(ObjectWrite write, bool wasAbsent, CancellationToken cancellation)
    {
        if (write.Body is null) return Written(write, null, isChange: true);

        var waited = TimeSpan.Zero;
        for (var looks = 1; ; looks++)
        {
            var (live, _, failure) = await client.GetAsync(write.Operation.Kind, write.Id, CancellationToken.None);
            if (failure is not null) return Failed(write, failure);
            var isAsWanted = write.IsSatisfiedBy(live);
            var isPatient = waited < (live is null ? sender.Rules.ConsistencyBudget : sender.Rules.PrincipalBudget) && (live is null || isAsWanted || looks < sender.Rules.ConfirmationTries);
            if (isAsWanted && (!LacksPrincipal(write.Body, live) || !isPatient)) return Written(write, live, wasAbsent);
            if (!isPatient) return NotConfirmed(write, write.Body, live);
            var wait = sender.Rules.ConsistencyWait(looks);
            try
            {
                await sender.DelayAsync(wait, cancellation);
            }
            catch (OperationCanceledException)
            {
                return Interrupted(write);
            }

            waited += wait;
        }
    }

    // The principal comes a moment after the assignment, and belongs to what was written.
    private static bool LacksPrincipal(ObjectValue body, ArmObject? live) =>
        body["identity"] is ObjectValue identity && identity["type"] is TextValue type && type.Value.Contains("SystemAssigned", StringComparison.OrdinalIgnoreCase) && live?.PrincipalId is null;

    private OperationEnd.Written Written(ObjectWrite write, ArmObject? live, bool isChange)
    {
        var end = new OperationEnd.Written(live?.Id ?? write.Id, live is null ? null : ObjectDigest.OfLive(live));
        state.Note(write.Id, end.Digest, isChange);
        journal.Finished(write, write.Id, end.Digest);
        return end with { Id = write.Id };
    }

    private async Task<OperationEnd> GiveUpAsync(ObjectWrite write, ArmFailure refusal, WritePatience patience, CancellationToken cancellation)
    {
        var at = ApplyFailures.At(write.Operation);
        if (refusal.Code == FailureCodes.RoleAssignmentExists && write.Body is { } body) return Twin(write, await new RoleTwins(client).FindAsync(write, body, refusal, cancellation));
        if (refusal.Code == FailureCodes.ScopeLocked)
        {
            var locks = await new ScopeLocks(sender).NameAsync(refusal, cancellation);
            return new OperationEnd.Failed(ApplyFailures.Of(refusal, ApplyFailureKind.Locked, DiagnosticCatalog.ScopeIsLocked(at, write.Call, locks)));
        }

        if (patience.WaitedForVisibility == TimeSpan.Zero) return Failed(write, refusal);
        var words = Patience.Words(patience.WaitedForVisibility);
        return new OperationEnd.Failed(ApplyFailures.Of(refusal, ApplyFailureKind.NotVisible, DiagnosticCatalog.NotVisibleInTime(at, write.Call, words, $"{refusal.Status} {refusal.Code}: {refusal.Message}")));
    }

    private OperationEnd Twin(ObjectWrite write, OperationEnd end)
    {
        if (end is not OperationEnd.Written twin) return end;
        state.Note(twin.Id, twin.Digest, isNewOrGone: false);
        journal.Finished(write, twin.Id, twin.Digest);
        return twin;
    }

    private static OperationEnd.Failed Failed(ObjectWrite write, ArmFailure failure) => new(ApplyFailures.Of(failure, ApplyFailures.At(write.Operation)));

    private static OperationEnd.Failed Interrupted(ObjectWrite write) =>
        new(ApplyFailures.Of(ApplyFailureKind.Interrupted, write.Call, DiagnosticCatalog.OperationInterrupted(ApplyFailures.At(write.Operation), write.Call)));

    private static OperationEnd.Failed NotConfirmed(ObjectWrite write, ObjectValue body, ArmObject? live)
    {
        var paths = live is null ? "/id" : string.Join(", ", ObjectComparison.Compare(write.Operation.Kind, live.Document, body).Select(difference => difference.Path));
        return new(ApplyFailures.Of(ApplyFailureKind.NotConfirmed, $"GET {write.Id}", DiagnosticCatalog.ApplyNotConfirmed(ApplyFailures.At(write.Operation), write.Id, paths)));
    }
}
