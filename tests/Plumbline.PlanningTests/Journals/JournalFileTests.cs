using CsCheck;
using Plumbline.Planning.Files;
using Plumbline.Planning.Journals;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Journals;

public sealed class JournalFileTests
{
    private static readonly JournalEvent Sent = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), JournalEventKind.Sent, null, "100-policyDefinition-a") { Attempt = 1, RequestDigest = "sha256:1" };

    private static readonly Gen<string?> Texts = Gen.OneOf(Gen.Const((string?)null), Gen.String.AlphaNumeric.Select(text => (string?)text), Gen.Const((string?)"line\nfeed \"quoted\" \u00e9\u2028"));

    private static readonly Gen<JournalEvent> Events = Gen.Select(Gen.Int[0, 1_000_000_000], Gen.Enum<JournalEventKind>(), Texts, Texts, Gen.Int[0, 9], Texts, Gen.Int[100, 599], Texts).Select(
        (seconds, kind, planId, op, attempt, message, status, digest) => new JournalEvent(DateTimeOffset.UnixEpoch.AddSeconds(seconds), kind, planId, op)
        {
            Attempt = attempt,
            Message = message,
            Status = status,
            LiveDigest = digest,
            RequestDigest = digest,
            Code = op,
            CorrelationId = planId,
            Id = message,
        });

    [Fact]
    public void Event_is_a_line_of_json() =>
        Assert.Equal(
            """{"at":"2026-01-02T03:04:05+00:00","event":"sent","op":"100-policyDefinition-a","attempt":1,"requestDigest":"sha256:1"}""" + "\n",
            JournalFile.Line(Sent));

    [Fact]
    public void Journal_reads_as_it_was_written() => Events.Array[0, 20].Sample(events =>
    {
        var read = JournalFile.Read(new SourceText("j", string.Concat(events.Select(JournalFile.Line))));

        Assert.Equal(events, read.Value?.Events);
        Assert.Empty(read.Diagnostics);
    });

    [Fact]
    public void Journal_that_ends_anywhere_keeps_its_whole_lines() => Gen.Select(Events.Array[1, 5], Gen.Double[0, 1]).Sample((events, part) =>
    {
        var text = string.Concat(events.Select(JournalFile.Line));
        var cut = text[..(int)(text.Length * part)];

        var read = JournalFile.Read(new SourceText("j", cut));

        var whole = cut.Count(character => character == '\n');
        Assert.Equal(events.Take(read.Value?.Events.Length ?? -1), read.Value?.Events);
        Assert.InRange(read.Value?.Events.Length ?? -1, whole, whole + 1);
    });

    [Fact]
    public void Torn_last_line_is_left_out_with_a_remark()
    {
        var read = JournalFile.Read(new SourceText("journal.jsonl", JournalFile.Line(Sent) + """{"at":"2026-01"""));

        Assert.Equal([Sent], read.Value?.Events);
        var remark = Assert.Single(read.Diagnostics);
        Assert.Equal(("PLB4063", 2, false), (remark.Code, remark.Location.Span?.Line, remark.IsError));
    }

    [Theory]
    [InlineData("""{"at":"2026-01-02T03:04:05Z"}""")]
    [InlineData("""{"at":"yesterday","event":"sent"}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z","event":"exploded"}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void Line_in_the_middle_that_is_no_event_is_an_error(string line)
    {
        var read = JournalFile.Read(new SourceText("journal.jsonl", $"{line}\n{JournalFile.Line(Sent)}"));

        Assert.Null(read.Value);
        Assert.Equal(("PLB4062", 1), (Assert.Single(read.Diagnostics).Code, read.Diagnostics[0].Location.Span?.Line));
    }

    [Fact]
    public void Long_message_is_cut()
    {
        var read = JournalFile.Read(new SourceText("j", JournalFile.Line(Sent with { Message = new string('x', 5_000) })));

        Assert.Equal(2_000, read.Value?.Events[0].Message?.Length);
    }
}
