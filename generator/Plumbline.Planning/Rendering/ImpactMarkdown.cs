using Plumbline.Planning.Desired;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The impact as a table a control, and the resources it is about.</summary>
internal static class ImpactMarkdown
{
    private const int MostFindings = 50;

    /// <summary>Appends it; rows that do not fit are counted.</summary>
    public static void Append(MarkdownBudget text, PlanImpact impact, int reserve)
    {
        // The changes themselves come after it and matter as much: the impact takes no more than its share.
        var share = PlanMarkdown.MaximumLength / 3 + reserve;
        text.TryAppend($"#### Impact on resources\n\n{MarkdownText.Encode(ImpactLines.Headline(impact))}\n\n", reserve);
        if (!impact.Controls.Any(ImpactLines.Changes)) return;
        text.TryAppend("| control | denied at next write | newly non-compliant | would be modified | something deployed | newly compliant | compliant afterwards |\n|---|---:|---:|---:|---:|---:|---:|\n", reserve);
        var left = text.AppendRows([.. impact.Controls.Where(ImpactLines.Changes).Select(Row)], share);
        if (left > 0) text.TryAppend($"\n{CountWords.Of(left, "more control")} changed; the plan file has them all.\n", reserve);
        text.TryAppend("\n", reserve);
        AppendFindings(text, impact, share, reserve);
    }

    private static void AppendFindings(MarkdownBudget text, PlanImpact impact, int share, int reserve)
    {
        if (impact.Findings.IsEmpty) return;
        text.TryAppend($"<details><summary>{CountWords.Of(impact.Findings.Length)} {(impact.Findings.Length == 1 ? "change" : "changes")} of resources, the worst first</summary>\n\n| resource | what changes | policy | where it is written |\n|---|---|---|---|\n", reserve);
        var left = text.AppendRows([.. impact.Findings.Take(MostFindings).Select(Row)], share) + Math.Max(impact.Findings.Length - MostFindings, 0);
        if (left > 0) text.TryAppend($"\n{CountWords.Of(left)} more; the plan file has them all.\n", reserve);
        text.TryAppend("\n</details>\n\n");
    }

    private static string Row(ControlImpact control) =>
        $"| {MarkdownText.Encode(ControlName.Short(control.Control))} | {Number(control.Denied)} | {Number(control.NewlyNonCompliant)} | {Number(control.Modified)} | {Number(control.Deployed)} | {Number(control.NewlyCompliant)} | {CountWords.Of(control.Compliant)} |\n";

    private static string Row(ResourceImpact finding) =>
        $"| {MarkdownText.Encode(finding.ResourceId)} | {MarkdownText.Encode(ImpactLines.Words(finding.Change))} | {MarkdownText.Encode(finding.Policy)} | {MarkdownText.Encode(finding.Source ?? string.Empty)} |\n";

    private static string Number(int count) => count == 0 ? string.Empty : $"**{CountWords.Of(count)}**";
}
