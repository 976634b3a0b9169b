using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Lint.Framework;

namespace Plumbline.Cli.Linting;

/// <summary>Findings for a terminal: a line each as compilers write them, its help below, and a summary.</summary>
internal static class LintText
{
    /// <summary>The lines; not encoded yet.</summary>
    public static IEnumerable<string> Of(ImmutableArray<LintedFile> files)
    {
        foreach (var finding in files.SelectMany(file => file.Result.Active))
        {
            var span = finding.Location.Span;
            yield return string.Create(CultureInfo.InvariantCulture, $"{finding.Location.File}:{span?.Line ?? 1}:{span?.Column ?? 1}: {Name(finding.Severity)} {finding.Rule}: {finding.Message}");
            if (finding.Help is { } help) yield return $"  help: {help}";
        }

        yield return Summary(files);
    }

    /// <summary>The word for a severity.</summary>
    public static string Name(LintSeverity severity) => severity switch
    {
        LintSeverity.Critical => "critical",
        LintSeverity.Error => "error",
        LintSeverity.Warning => "warning",
        _ => "informational",
    };

    private static string Summary(ImmutableArray<LintedFile> files)
    {
        var active = files.SelectMany(file => file.Result.Active).ToList();
        var suppressed = files.Sum(file => file.Result.Findings.Length) - active.Count;
        var counts = active.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Name(group.Key)}"));
        var found = active.Count == 0 ? "no findings" : string.Join(", ", counts);
        return string.Create(CultureInfo.InvariantCulture, $"{files.Length} file{(files.Length == 1 ? "" : "s")}: {found}{(suppressed > 0 ? $", {suppressed} suppressed" : "")}");
    }
}
