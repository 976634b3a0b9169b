using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Spectre.Console;

namespace Plumbline.Cli.Rendering;

/// <summary>Where a command prints: results to <see cref="Out"/>, everything else to <see cref="Error"/>. Colour only on a terminal, never with NO_COLOR.</summary>
internal sealed class CliConsole(IAnsiConsole standardOutput, IAnsiConsole standardError)
{
    /// <summary>Standard output.</summary>
    public IAnsiConsole Out { get; } = standardOutput;

    /// <summary>Standard error.</summary>
    public IAnsiConsole Error { get; } = standardError;

    /// <summary>A console over two writers; <paramref name="width"/> is given in tests, null takes the terminal's (120 when there is none).</summary>
    public static CliConsole Over(TextWriter output, TextWriter error, int? width = null) => new(Create(output, width), Create(error, width));

    /// <summary>A line of plain text, encoded for the terminal.</summary>
    public void WriteLine(string text = "") => Out.WriteLine(TerminalText.Encode(text));

    /// <summary>A line for programs as well as people: never broken at the width of the terminal, and not encoded.</summary>
    public void WriteRaw(string text) => Out.Profile.Out.Writer.Write(text + "\n");

    /// <summary>A line in a style, such as <c>bold</c>.</summary>
    public void WriteLine(string text, string style) => Out.Write(new Text(TerminalText.Encode(text) + "\n", Style.Parse(style)));

    /// <summary>A line in a style that is never broken where a program may read it: only a terminal breaks it at its width.</summary>
    public void WriteWhole(string text, string style)
    {
        if (Out.Profile.Out.IsTerminal) WriteLine(text, style);
        else WriteRaw(TerminalText.Encode(text));
    }

    /// <summary>A line of progress or explanation on standard error.</summary>
    public void Note(string text) => Error.WriteLine(TerminalText.Encode(text));

    /// <summary>Prints diagnostics, then how many there were; returns whether one is an error.</summary>
    public bool Report(ImmutableArray<Diagnostic> diagnostics, Func<string, SourceText?> sourceOf)
    {
        foreach (var diagnostic in diagnostics)
        {
            var text = DiagnosticRenderer.Render(diagnostic, sourceOf(diagnostic.Location.File));
            var headline = text.IndexOf('\n', StringComparison.Ordinal) + 1;
            Error.Write(new Text(text[..headline], Style.Parse(StyleOf(diagnostic.Severity))));
            if (headline < text.Length) Error.Write(new Text(text[headline..]));
        }

        return diagnostics.Any(diagnostic => diagnostic.IsError);
    }

    private static IAnsiConsole Create(TextWriter writer, int? width)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = width is null ? AnsiSupport.Detect : AnsiSupport.No };
        var console = AnsiConsole.Create(settings);
        if (width is { } fixedWidth) console.Profile.Width = fixedWidth;
        else if (!console.Profile.Out.IsTerminal) console.Profile.Width = 160;
        return console;
    }

    private static string StyleOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "bold red",
        DiagnosticSeverity.Warning => "bold yellow",
        _ => "bold blue",
    };
}
