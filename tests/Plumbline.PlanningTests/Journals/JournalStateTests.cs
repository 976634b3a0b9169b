using System.Collections.Immutable;
using Plumbline.Planning.Journals;

namespace Plumbline.PlanningTests.Journals;

public sealed class JournalStateTests
{
    private static JournalState After(params ImmutableArray<JournalEventKind> kinds) =>
        JournalState.Of([new(DateTimeOffset.UnixEpoch, JournalEventKind.Started, "sha256:p", null), .. kinds.Select(kind => new JournalEvent(DateTimeOffset.UnixEpoch, kind, null, "a") { LiveDigest = kind == JournalEventKind.Done ? "sha256:1" : null })]);

    [Theory]
    [InlineData(OperationStatus.Unsent)]
    [InlineData(OperationStatus.Unsent, JournalEventKind.Blocked)]
    [InlineData(OperationStatus.Unknown, JournalEventKind.Sent)]
    [InlineData(OperationStatus.Unknown, JournalEventKind.Sent, JournalEventKind.Retried)]
    [InlineData(OperationStatus.Unknown, JournalEventKind.Sent, JournalEventKind.Failed)]
    [InlineData(OperationStatus.Done, JournalEventKind.Sent, JournalEventKind.Done)]
    [InlineData(OperationStatus.Unknown, JournalEventKind.Sent, JournalEventKind.Done, JournalEventKind.Failed)]
    [InlineData(OperationStatus.Undoing, JournalEventKind.Sent, JournalEventKind.Done, JournalEventKind.Undoing)]
    [InlineData(OperationStatus.Undone, JournalEventKind.Sent, JournalEventKind.Done, JournalEventKind.Undoing, JournalEventKind.Undone)]
    internal void Last_events_decide(OperationStatus expected, params JournalEventKind[] kinds) => Assert.Equal(expected, After([.. kinds]).Of("a").Status);

    [Fact]
    public void Plan_is_that_of_the_beginning() => Assert.Equal("sha256:p", After(JournalEventKind.Sent).PlanId);

    [Fact]
    public void Journal_without_events_knows_nothing() => Assert.Equal((null, OperationStatus.Unsent), (JournalState.Of([]).PlanId, JournalState.Of([]).Of("a").Status));
}
