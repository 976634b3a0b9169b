using System.IO.Compression;

namespace Plumbline.Policy.Aliases;

/// <summary>The bytes of an embedded file.</summary>
internal static class EmbeddedPack
{
    /// <summary>Reads it whole.</summary>
    /// <param name="name">The folder, a dot and the file name, such as <c>Aliases.aliases.pack</c>.</param>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedPack).Assembly.GetManifestResourceStream($"Plumbline.Policy.{name}")
            ?? throw new InvalidOperationException($"'{name}' is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Decompresses a part that was compressed with Brotli by itself.</summary>
    /// <param name="packed">The compressed bytes.</param>
    /// <param name="size">How many bytes there are decompressed.</param>
    public static byte[] Decompress(ReadOnlyMemory<byte> packed, int size)
    {
        var raw = new byte[size];
        return BrotliDecoder.TryDecompress(packed.Span, raw, out var written) && written == size
            ? raw
            : throw new InvalidOperationException("An embedded pack is damaged.");
    }
}
