using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Writes truth tables as Markdown, for reviewers.</summary>
public static class EdgeMarkdown
{
    private const int MaximumVariation = 120;

    /// <summary>The page of a policy: its parameters, and for each resource it starts from the resource and the table. Cases of a property with one verdict on the same grounds share a row.</summary>
    /// <param name="table">The table.</param>
    public static string Write(EdgeTable table)
    {
        var definition = table.Definition;
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Escape(definition.DisplayName ?? definition.Name)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Edge cases of `{definition.Name}`, generated from the schemas of its resource types: what the policy says when one property differs.\n");
        WriteParameters(page, table.Parameters);
        if (table.Sections.IsEmpty) page.Append("\nThe policy names no resource type with properties to vary.\n");
        foreach (var section in table.Sections) WriteSection(page, section);
        return page.ToString();
    }

    private static void WriteParameters(StringBuilder page, ImmutableDictionary<string, PolicyValue> parameters)
    {
        var shown = parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => $"{Code(parameter.Key)} {Code(PolicyValueWriter.ToCompactJson(parameter.Value))}").ToList();
        if (shown.Count > 0) page.Append(CultureInfo.InvariantCulture, $"Parameters: {string.Join(", ", shown)}.\n");
    }

    private static void WriteSection(StringBuilder page, EdgeSection section)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {section.Type}: from {Words(section.Status)}\n\n```json\n{Indented(section.Base.Resource)}\n```\n");
        if (section.Base.Related is not null) page.Append(CultureInfo.InvariantCulture, $"\nRelated:\n\n```json\n{Indented(section.Base.Related)}\n```\n");
        if (section.Rows.IsEmpty) return;
        page.Append("\n| property | is | verdict | because |\n|---|---|---|---|\n");
        foreach (var rows in Grouped(section.Rows)) page.Append(CultureInfo.InvariantCulture, $"| {Code(rows[0].Property)} | {string.Join(", ", rows.Select(Variation))} | {Words(rows[0].Status)} | {Escape(rows[0].Deciding)} |\n");
    }

    // Neighbours that differ in the variation only.
    private static IEnumerable<List<EdgeRow>> Grouped(ImmutableArray<EdgeRow> rows)
    {
        var group = new List<EdgeRow>();
        foreach (var row in rows)
        {
            if (group.Count > 0 && (group[0].Property, group[0].Status, group[0].Deciding) != (row.Property, row.Status, row.Deciding))
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        if (group.Count > 0) yield return group;
    }

    private static string Variation(EdgeRow row)
    {
        var text = row.Variation.Length <= MaximumVariation ? row.Variation : row.Variation[..MaximumVariation] + "...";
        return row.Variation == EdgeVariations.Missing ? row.Variation : Code(text);
    }

    private static string Words(EvaluationStatus status) => status switch
    {
        EvaluationStatus.NotApplicable => "not applicable",
        EvaluationStatus.Compliant => "Compliant",
        EvaluationStatus.NonCompliant => "**NonCompliant**",
        EvaluationStatus.Error => "**Error**",
        _ => status.ToString(),
    };

    private static string Indented(PolicyValue value) => PolicyValueWriter.ToToken(value).ToString(Formatting.Indented).ReplaceLineEndings("\n");

    // A pipe ends a cell even inside of code.
    private static string Code(string text) => $"`{text.Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace('\n', ' ');
}
