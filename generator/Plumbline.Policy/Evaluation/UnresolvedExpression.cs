namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Tells values that are not known before a deployment: texts that are a template expression with a call, such as <c>[reference('x').id]</c>, which template
/// engines leave where they cannot evaluate one. A text in brackets without a call (a JSON array, <c>[name]</c>) is a value like any other.
/// </summary>
public static class UnresolvedExpression
{
    /// <summary>Whether a text stands for a value that is there and is not shown: <c>[sensitive('path')]</c>.</summary>
    public static bool IsPresent(ReadOnlySpan<char> text) => text.StartsWith("[sensitive(", StringComparison.Ordinal);

    /// <summary>Whether a text is such an expression.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text is not ['[', .. var inner, ']'] || inner.StartsWith('[')) return false;
        inner = inner.TrimStart();
        var end = 0;
        while (end < inner.Length && (char.IsAsciiLetterOrDigit(inner[end]) || inner[end] is '_' or '.')) end++;
        return end > 0 && !char.IsAsciiDigit(inner[0]) && inner[end..].TrimStart().StartsWith('(');
    }
}
