namespace Plumbline.Cli.Batch;

/// <summary>
/// Cuts a stream into lines. It keeps one line and what follows it in the same read, never more; a line that is too long is skipped to its end.
/// LF and CRLF end a line, the end of the stream ends the last one, and a byte order mark before the first one is dropped.
/// </summary>
/// <param name="input">The stream.</param>
/// <param name="maximumLength">How many bytes a line may have.</param>
/// <param name="beforeRead">Called before each read, which may wait for the peer.</param>
internal sealed class BatchLineReader(Stream input, int maximumLength, Action beforeRead)
{
    private const int InitialSize = 64 * 1024;

    private byte[] buffer = new byte[InitialSize];
    private int start;
    private int end;
    private bool isFirst = true;
    private bool isEnded;

    /// <summary>The next line; null at the end. The bytes are valid until the next call.</summary>
    public BatchLine? Next()
    {
        var (searched, skipped) = (0, false);
        while (true)
        {
            var length = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (length >= 0) return Take(searched + length, separator: 1, skipped);
            searched = end - start;
            if (isEnded) return searched == 0 && !skipped ? null : Take(searched, separator: 0, skipped);

            // One byte more than a line, for the CR before its LF and the byte order mark before the first line.
            const int slack = 4;
            if (searched > maximumLength + slack) (start, end, searched, skipped) = (0, 0, 0, true);
            Fill();
        }
    }

    private BatchLine Take(int length, int separator, bool skipped)
    {
        var line = buffer.AsMemory(start, length);
        start += length + separator;
        if (skipped) return new(default, IsTooLong: true);
        if (separator > 0 && line.Span is [.., (byte)'\r']) line = line[..^1];
        if (isFirst && line.Span is [0xEF, 0xBB, 0xBF, ..]) line = line[3..];
        isFirst = false;
        return line.Length > maximumLength ? new(default, IsTooLong: true) : new(line, IsTooLong: false);
    }

    private void Fill()
    {
        if (end == buffer.Length) MakeRoom();
        beforeRead();
        var read = input.Read(buffer, end, buffer.Length - end);
        if (read == 0) isEnded = true;
        end += read;
    }

    // The rest of the line moves to the front; a line that fills the buffer gets one of twice the size.
    private void MakeRoom()
    {
        var kept = end - start;
        var target = kept > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        Buffer.BlockCopy(buffer, start, target, 0, kept);
        (buffer, start, end) = (target, 0, kept);
    }
}
