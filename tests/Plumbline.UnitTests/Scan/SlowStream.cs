namespace Plumbline.UnitTests.Scan;

/// <summary>Gives a few bytes at a time, as pipes do.</summary>
internal sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
}
