using System.Globalization;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Reads <c>12</c>, <c>0x1F</c>, <c>1.5</c>, <c>1e3</c> and lengths of time such as <c>90d</c> or <c>1.5h</c>.</summary>
internal static class NumberLiteral
{
    /// <summary>The literal that starts at a digit: how long it is, and its value; null when it is none.</summary>
    public static (int Length, KqlValue? Value, KqlType Type) Read(string text, int start)
    {
        if (text[start] == '0' && start + 1 < text.Length && text[start + 1] is 'x' or 'X') return Hexadecimal(text, start);
        var end = SkipDigits(text, start);
        var isReal = end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
        if (isReal) end = SkipDigits(text, end + 1);
        var exponent = ExponentEnd(text, end);
        isReal |= exponent > end;
        end = exponent;
        var unitEnd = SkipLetters(text, end);
        var digits = text.AsSpan(start, end - start);
        if (unitEnd > end) return (unitEnd - start, Length(digits, text[end..unitEnd]), KqlType.Timespan);
        if (isReal) return (end - start, new KqlReal(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)), KqlType.Real);
        return (end - start, long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? new KqlLong(whole) : null, KqlType.Long);
    }

    private static KqlTimespan? Length(ReadOnlySpan<char> digits, string unitName) =>
        TimespanText.Unit(unitName) is { } unit && TimespanText.Of(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), unit) is { } length ? new KqlTimespan(length) : null;

    private static (int Length, KqlValue? Value, KqlType Type) Hexadecimal(string text, int start)
    {
        var end = start + 2;
        while (end < text.Length && char.IsAsciiHexDigit(text[end])) end++;
        var isNumber = long.TryParse(text.AsSpan(start + 2, end - start - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number);
        return (end - start, isNumber ? new KqlLong(number) : null, KqlType.Long);
    }

    private static int ExponentEnd(string text, int index)
    {
        if (index >= text.Length || text[index] is not ('e' or 'E')) return index;
        var digits = index + 1 < text.Length && text[index + 1] is '+' or '-' ? index + 2 : index + 1;
        var end = SkipDigits(text, digits);
        return end > digits ? end : index;
    }

    private static int SkipDigits(string text, int index)
    {
        while (index < text.Length && char.IsAsciiDigit(text[index])) index++;
        return index;
    }

    private static int SkipLetters(string text, int index)
    {
        while (index < text.Length && (char.IsAsciiLetterOrDigit(text[index]) || text[index] == '_')) index++;
        return index;
    }
}
