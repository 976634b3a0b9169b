using System.Collections.Immutable;
using System.Text;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint;

/// <summary>Applies the fixes of findings until none is left.</summary>
public static class LintFixer
{
    // Each round brings the text nearer to one without fixes: a fix removes what it is about.
    private const int MaximumRounds = 100;

    /// <summary>The text with every fix applied, and how many there were. Suppressed findings are left alone.</summary>
    public static (SourceText Source, int Count) Fix(SourceText source, LintOptions options)
    {
        var count = 0;
        for (var round = 0; round < MaximumRounds; round++)
        {
            var fixes = Chosen(PolicyLinter.Lint(source, options).Active.Select(finding => finding.Fix));
            if (fixes.Count == 0) break;
            source = source with { Text = Apply(source.Text, fixes.SelectMany(fix => fix)) };
            count += fixes.Count;
        }

        return (source, count);
    }

    // Fixes that touch one another wait for the next round.
    private static List<ImmutableArray<TextEdit>> Chosen(IEnumerable<ImmutableArray<TextEdit>> fixes)
    {
        var chosen = new List<ImmutableArray<TextEdit>>();
        foreach (var fix in fixes.Where(fix => !fix.IsEmpty))
        {
            var (start, end) = (fix.Min(edit => edit.Start), fix.Max(edit => edit.End));
            if (!chosen.Any(other => start <= other.Max(edit => edit.End) && other.Min(edit => edit.Start) <= end)) chosen.Add(fix);
        }

        return chosen;
    }

    private static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text);
        foreach (var edit in edits.OrderByDescending(edit => edit.Start)) result.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Text);
        return result.ToString();
    }
}
