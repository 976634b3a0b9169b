using Plumbline.Arm.Sending;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>Writes the journal of a run and tells who watches. Safe for use by several threads.</summary>
internal sealed class RunJournal(IJournal journal, IProgress<ApplyProgress>? progress, TimeProvider time)
{
    private readonly Lock gate = new();

    /// <summary>A run begins, or goes on.</summary>
    public void Begin(string planId, bool isResumed, string? what) =>
        Append(isResumed ? JournalEventKind.Resumed : JournalEventKind.Started, null, item => item with { PlanId = planId, Message = what });

    /// <summary>A request is about to leave.</summary>
    public void Sending(ObjectWrite write, int attempt)
    {
        AppendOf(write.Sending, write, item => item with { Attempt = attempt, RequestDigest = write.Body is { } body ? ObjectDigest.Of(body) : null });
        progress?.Report(new(ApplyStep.Writing, write.Operation));
    }

    /// <summary>A try failed and another follows.</summary>
    public void Retried(ObjectWrite write, int attempt, ArmFailure failure, TimeSpan wait)
    {
        AppendOf(JournalEventKind.Retried, write, item => item with { Attempt = attempt, Status = failure.Status, Code = failure.Code, Message = Tokens.Hide(failure.Message), CorrelationId = failure.CorrelationId });
        Wait(write.Operation, $"{failure.Code ?? failure.Kind.ToString()}, {Patience.Words(wait)}");
    }

    /// <summary>An operation waits.</summary>
    public void Wait(PlanOperation operation, string why) => progress?.Report(new(ApplyStep.Waiting, operation, why));

    /// <summary>A write is done.</summary>
    public void Finished(ObjectWrite write, string id, string? digest)
    {
        AppendOf(write.Finished, write with { Id = id }, item => item with { LiveDigest = digest });
        if (write.Finished is JournalEventKind.Done or JournalEventKind.Undone) progress?.Report(new(ApplyStep.Done, write.Operation));
    }

    /// <summary>An operation turned out to be done.</summary>
    public void Found(PlanOperation operation, JournalEventKind kind, string id, string? digest) =>
        Append(kind, operation.Op, item => item with { LiveDigest = digest, Id = IdBeside(operation, id), Message = "it took effect before" });

    /// <summary>An operation is given up.</summary>
    public void Failed(PlanOperation operation, ApplyFailure failure)
    {
        Append(JournalEventKind.Failed, operation.Op, item => item with { Status = failure.Status, Code = failure.Code ?? failure.Kind.ToString(), Message = failure.Message, CorrelationId = failure.CorrelationId });
        progress?.Report(new(ApplyStep.Failed, operation, failure.Diagnostic.Message));
    }

    /// <summary>An object is not as expected.</summary>
    public void Stale(StaleObject stale)
    {
        // A request may have been sent before: what the journal knows of that stays.
        Append(JournalEventKind.Failed, stale.Operation.Op, item => item with { Code = "Stale", Message = stale.Diagnostic.Message });
        progress?.Report(new(ApplyStep.Failed, stale.Operation, stale.Diagnostic.Message));
    }

    /// <summary>An operation is left out.</summary>
    public void Blocked(PlanOperation operation, IEnumerable<string> by)
    {
        var text = string.Join(", ", by);
        Append(JournalEventKind.Blocked, operation.Op, item => item with { Message = $"needs {text}" });
        progress?.Report(new(ApplyStep.Blocked, operation, text));
    }

    /// <summary>The run ends.</summary>
    public void End(string how) => Append(JournalEventKind.Finished, null, item => item with { Message = how });

    /// <summary>Tells what concerns the whole run.</summary>
    public void Tell(ApplyStep step) => progress?.Report(new(step, null));

    private static string? IdBeside(PlanOperation operation, string id) => string.Equals(operation.Id, id, StringComparison.OrdinalIgnoreCase) ? null : id;

    private void AppendOf(JournalEventKind kind, ObjectWrite write, Func<JournalEvent, JournalEvent> with) =>
        Append(kind, write.Operation.Op, item => with(item with { Id = IdBeside(write.Operation, write.Id) }));

    private void Append(JournalEventKind kind, string? op, Func<JournalEvent, JournalEvent> with)
    {
        lock (gate) journal.Append(with(new(time.GetUtcNow(), kind, null, op)));
    }
}
