using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Deploying;

/// <summary>Where a command writes its result: one format on standard output, any number of formats to files.</summary>
/// <param name="Format">The format on standard output.</param>
/// <param name="Files">Formats and files.</param>
internal sealed record FormatTargets(string Format, ImmutableArray<(string Format, string Path)> Files)
{
    /// <summary>The option for standard output.</summary>
    public static Option<string> FormatOption(ImmutableArray<string> names)
    {
        var option = new Option<string>("--format") { Description = $"{string.Join(", ", names[..^1])} or {names[^1]}, on standard output", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong([.. names]);
        return option;
    }

    /// <summary>The option for files.</summary>
    public static Option<string[]> OutputOption() =>
        new("--output", "-o") { Description = "Write a format to a file as well: FORMAT=PATH. May be repeated", HelpName = "format=path" };

    /// <summary>Reads the options; a file without a format it knows is a problem.</summary>
    public static (FormatTargets Targets, ImmutableArray<Diagnostic> Problems) Read(string? format, string[]? outputs, ImmutableArray<string> names)
    {
        var read = (outputs ?? []).Select(text => (Text: text, Target: Target(text, names))).ToImmutableArray();
        return (
            new(format ?? "text", [.. read.Select(one => one.Target).OfType<(string, string)>()]),
            [.. read.Where(one => one.Target is null).Select(one =>
                DiagnosticCatalog.ScanOptionInvalid(new SourceLocation("--output"), $"'{one.Text}' is not FORMAT=PATH with one of {string.Join(", ", names)}"))]);
    }

    private static (string Format, string Path)? Target(string text, ImmutableArray<string> names) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && names.Contains(text[..at], StringComparer.Ordinal) && at + 1 < text.Length ? (text[..at], text[(at + 1)..]) : null;
}
