using System.Globalization;
using System.Text;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Rendering;

/// <summary>Renders a diagnostic the way compilers do: place, code and message, the source line with carets below it, and the help.</summary>
internal static class DiagnosticRenderer
{
    /// <summary>The lines for <paramref name="diagnostic"/>; <paramref name="source"/> is the text it was found in, when at hand.</summary>
    public static string Render(Diagnostic diagnostic, SourceText? source)
    {
        var result = new StringBuilder();
        result.Append(Headline(diagnostic)).Append('\n');
        if (diagnostic.Location.Span is { } span && source is not null) AppendSnippet(result, source, span);
        if (diagnostic.Help is { } help) result.Append("  help: ").Append(TerminalText.Encode(help)).Append('\n');
        return result.ToString();
    }

    /// <summary><c>file:line:column: severity CODE: message</c>, a form that editors and problem matchers know.</summary>
    public static string Headline(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.Span is { } span
            ? string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Location.File}:{span.Line}:{span.Column}")
            : diagnostic.Location.File;
        return TerminalText.Encode($"{place}: {Name(diagnostic.Severity)} {diagnostic.Code}: {diagnostic.Message}");
    }

    internal static void AppendSnippet(StringBuilder result, SourceText source, TextSpan span)
    {
        if (LineOf(source.Text, span.Line) is not { } line) return;

        var number = span.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var start = Math.Clamp(span.Column - 1, 0, line.Length);
        var carets = new string('^', Math.Max(1, Math.Min(span.Length, line.Length - start)));
        result.Append(number).Append(" | ").Append(TerminalText.Encode(line)).Append('\n');
        result.Append("      | ").Append(' ', start).Append(carets).Append('\n');
    }

    // Long lines (minified JSON) would bury the message; such a finding shows its place only.
    private static string? LineOf(string text, int number)
    {
        var lines = text.AsSpan();
        for (var current = 1; ; current++)
        {
            var end = lines.IndexOf('\n');
            var line = end < 0 ? lines : lines[..end];
            if (current == number) return line.Length > 240 ? null : line.TrimEnd('\r').ToString();
            if (end < 0) return null;
            lines = lines[(end + 1)..];
        }
    }

    private static string Name(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
