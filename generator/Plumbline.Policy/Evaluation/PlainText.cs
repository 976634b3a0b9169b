using System.Buffers;

namespace Plumbline.Policy.Evaluation;

/// <summary>Printable ASCII: there the invariant culture and an ordinal comparison of bytes agree on what is equal without regard to case.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Characters = SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(code => (char)code)]);
    private static readonly SearchValues<byte> Bytes = SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(code => (byte)code)]);

    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Characters);

    public static bool IsPlain(ReadOnlySpan<byte> utf8) => !utf8.ContainsAnyExcept(Bytes);
}
