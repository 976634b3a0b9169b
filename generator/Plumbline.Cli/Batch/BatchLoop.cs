using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary>
/// Reads requests, one a line, and writes one answer a line, in order. No line stops it. It holds one line and a block of answers in memory;
/// answers are written when the block is full or when the next line has not arrived yet, so that a peer that waits for its answer gets it.
/// </summary>
internal static class BatchLoop
{
    /// <summary>How many bytes a line may have; a longer one is refused.</summary>
    public const int MaximumLineLength = 64 * 1024 * 1024;

    private const int BlockSize = 64 * 1024;

    // A block that a huge answer blew up is not kept.
    private const int MaximumKeptBlock = 4 * 1024 * 1024;

    // The text is read by programs, never put into HTML unescaped.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };

    /// <summary>Answers every line of <paramref name="input"/> on <paramref name="output"/>. Neither stream is closed.</summary>
    /// <param name="input">UTF-8, one request a line.</param>
    /// <param name="output">UTF-8 without byte order mark, one answer a line, LF.</param>
    /// <param name="handler">Makes the answers.</param>
    /// <param name="maximumLineLength">How many bytes a line may have.</param>
    /// <param name="cancellationToken">Ends the loop between two lines.</param>
    public static void Run(Stream input, Stream output, BatchHandler handler, int maximumLineLength = MaximumLineLength, CancellationToken cancellationToken = default)
    {
        var block = new ArrayBufferWriter<byte>(BlockSize);
        var lines = new BatchLineReader(input, maximumLineLength, () => Flush(ref block, output));
        while (lines.Next() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Answer(line, handler, block, maximumLineLength);
            if (block.WrittenCount >= BlockSize) Flush(ref block, output);
        }

        Flush(ref block, output);
    }

    private static void Answer(BatchLine line, BatchHandler handler, ArrayBufferWriter<byte> block, int maximumLineLength)
    {
        if (line.IsTooLong) Write(block, writer => handler.Refuse(Problem($"it is longer than {maximumLineLength} bytes"), writer));
        else if (!Utf8.IsValid(line.Bytes.Span)) Write(block, writer => handler.Refuse(Problem("it is not UTF-8"), writer));
        else if (!TryWrite(block, writer => handler.Answer(line.Bytes, writer), out var bug)) Write(block, writer => handler.Refuse(Problem(bug), writer));
    }

    // A bug that one line hits costs that line its answer, not the others theirs.
    private static bool TryWrite(ArrayBufferWriter<byte> block, Action<Utf8JsonWriter> write, out string bug)
    {
        var answer = new ArrayBufferWriter<byte>();
        try
        {
            Write(answer, write);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            bug = $"this is a bug in Plumbline, {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
            return false;
        }

        block.Write(answer.WrittenSpan);
        bug = "";
        return true;
    }

    private static void Write(ArrayBufferWriter<byte> block, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(block, Relaxed)) write(writer);
        block.Write("\n"u8);
    }

    private static Diagnostic Problem(string reason) => DiagnosticCatalog.BatchLineInvalid(new SourceLocation("line"), reason);

    private static void Flush(ref ArrayBufferWriter<byte> block, Stream output)
    {
        if (block.WrittenCount == 0) return;
        output.Write(block.WrittenSpan);
        output.Flush();
        if (block.Capacity <= MaximumKeptBlock) block.ResetWrittenCount();
        else block = new ArrayBufferWriter<byte>(BlockSize);
    }
}
