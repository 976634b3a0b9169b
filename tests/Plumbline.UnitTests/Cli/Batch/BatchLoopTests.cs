using System.Text;
using System.Text.Json;
using Plumbline.Cli.Batch;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Cli.Batch;

public sealed class BatchLoopTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a|")]
    [InlineData("a\n", "a|")]
    [InlineData("a\nb", "a|b|")]
    [InlineData("a\r\nb\r\n", "a|b|")]
    [InlineData("\n", "|")]
    [InlineData("a\n\nb\n", "a||b|")]
    [InlineData("\uFEFFa\n\uFEFFb\n", "a|\uFEFFb|")]
    [InlineData("a\rb\n", "a\rb|")]
    [InlineData("é\U0001F600\n", "é\U0001F600|")]
    public void Lines_are_answered_in_order(string input, string answers)
    {
        foreach (var chunk in new[] { 1, 2, 3, 7, 100 }) Assert.Equal(answers, Run(Encoding.UTF8.GetBytes(input), chunk).Text);
    }

    [Theory]
    [InlineData("12345678\nb\n", "12345678|b|")]
    [InlineData("12345678\r\nb\n", "12345678|b|")]
    [InlineData("123456789\nb\n", "!it is longer than 8 bytes|b|")]
    [InlineData("a\n1234567890123456789012345678901234567890\nb", "a|!it is longer than 8 bytes|b|")]
    [InlineData("1234567890123456789012345678901234567890", "!it is longer than 8 bytes|")]
    public void Line_that_is_too_long_is_refused_and_skipped(string input, string answers)
    {
        foreach (var chunk in new[] { 1, 5, 100 }) Assert.Equal(answers, Run(Encoding.UTF8.GetBytes(input), chunk, maximum: 8).Text);
    }

    [Fact]
    public void Line_that_is_not_utf8_is_refused() => Assert.Equal("!it is not UTF-8|a|", Run([0xC3, 0x28, (byte)'\n', (byte)'a'], 100).Text);

    [Fact]
    public void Line_that_hits_a_bug_is_refused_and_leaves_nothing_of_its_answer() =>
        Assert.Equal("!this is a bug in Plumbline, InvalidOperationException: boom|a|", Run("boom\na\n"u8.ToArray(), 100).Text);

    [Fact]
    public void Answers_are_flushed_when_no_further_line_has_arrived()
    {
        Assert.Equal(3, Run("a\nb\nc\n"u8.ToArray(), 2).Flushes);
        Assert.Equal(1, Run("a\nb\nc\n"u8.ToArray(), 100).Flushes);
    }

    [Fact]
    public void Many_lines_are_written_in_blocks()
    {
        var (text, flushes) = Run(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789\n", 50_000))), 1_000_000);

        Assert.Equal(550_000, text.Length);
        Assert.InRange(flushes, 2, 50);
    }

    [Fact]
    public void Long_line_grows_the_buffer()
    {
        var line = new string('x', 3_000_000);

        Assert.Equal($"a|{line}|b|", Run(Encoding.UTF8.GetBytes($"a\n{line}\nb\n"), 10_000).Text);
    }

    [Fact]
    public void Cancellation_ends_the_loop_between_lines()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var input = new MemoryStream("a\n"u8.ToArray());

        Assert.Throws<OperationCanceledException>(() => BatchLoop.Run(input, Stream.Null, new Echo(), cancellationToken: cancelled.Token));
    }

    private static (string Text, int Flushes) Run(byte[] bytes, int chunk, int maximum = BatchLoop.MaximumLineLength)
    {
        using var input = new ChunkedStream(bytes, chunk);
        using var output = new CountingStream();
        BatchLoop.Run(input, output, new Echo(), maximum);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        Assert.Equal("", lines[^1]);
        return (string.Concat(lines[..^1].Select(line => JsonSerializer.Deserialize<string>(line) + "|")), output.Flushes);
    }

    private sealed class Echo : BatchHandler
    {
        public override void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output)
        {
            output.WriteStringValue(line.Span);
            if (line.Span.SequenceEqual("boom"u8)) throw new InvalidOperationException("boom");
        }

        public override void Refuse(Diagnostic problem, Utf8JsonWriter output) =>
            output.WriteStringValue(problem.Message.Replace("the line cannot be answered: ", "!", StringComparison.Ordinal));
    }

    // Gives at most so many bytes a read, as a pipe does.
    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }

    private sealed class CountingStream : MemoryStream
    {
        public int Flushes { get; private set; }

        public override void Flush() => Flushes++;
    }
}
