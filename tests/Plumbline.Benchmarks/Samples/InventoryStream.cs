using System.Globalization;
using System.Text;

namespace Plumbline.Benchmarks.Samples;

/// <summary>An inventory of any size as a stream: a JSON array with a line for each resource, made as it is read.</summary>
internal sealed class InventoryStream(byte[][] pool, int count) : Stream
{
    private ReadOnlyMemory<byte> rest = "[\n"u8.ToArray();
    private int next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>How many bytes were read.</summary>
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && (!rest.IsEmpty || Refill()))
        {
            var length = Math.Min(rest.Length, buffer.Length - written);
            rest.Span[..length].CopyTo(buffer[written..]);
            rest = rest[length..];
            written += length;
        }

        Position += written;
        return written;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Each resource gets a number of its own in front of the text of the pool.
    private bool Refill()
    {
        if (next > count) return false;
        rest = next == count ? "\n]"u8.ToArray() : (byte[])[.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(next == 0 ? "" : ",\n")}{{\"number\":{next},")), .. pool[next % pool.Length].AsSpan(1)];
        next++;
        return true;
    }
}
