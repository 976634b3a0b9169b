namespace Plumbline.Benchmarks.Fuzz;

/// <summary>Changes bytes without regard to what they mean.</summary>
internal static class TextMutator
{
    private static readonly byte[][] Pieces =
    [
        [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], .. new[]
        {
            "\\ud800", "\\u0000", "[", "]", "{", "}", "\"", "'", "''", ",", ":", "\\", "1e999", "-0", "99999999999999999999", "NaN", "[*]", "[[", "*", "?", "#", ".", "()",
            "[concat(", "field('", "current()", "parameters('effect')", "null", "true", "\n", "\r\n", "//", "/*", "\U0001F600", "İ", "ß", "0001-01-01T00:00:00Z",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>The text with one to four changes.</summary>
    public static byte[] Mutate(byte[] text, Random random)
    {
        var changed = text.ToList();
        for (var left = random.Next(1, 5); left > 0; left--) Change(changed, random);
        return [.. changed];
    }

    private static void Change(List<byte> text, Random random)
    {
        var at = random.Next(text.Count + 1);
        var length = Math.Min(random.Next(1, 40), text.Count - at);
        switch (random.Next(5))
        {
            case 0 when at < text.Count:
                text[at] = (byte)random.Next(256);
                break;
            case 1:
                text.RemoveRange(at, length);
                break;
            case 2:
                text.InsertRange(random.Next(text.Count + 1), text.GetRange(at, length));
                break;
            case 3 when random.Next(4) == 0:
                text.RemoveRange(at, text.Count - at);
                break;
            default:
                text.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
