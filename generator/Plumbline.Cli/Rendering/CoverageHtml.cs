using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Reporting.Writers.Html;
using Plumbline.Testing.Coverage;

namespace Plumbline.Cli.Rendering;

/// <summary>Coverage as one HTML page that needs nothing else: a table of the policies, then each rule with the hits of its conditions.</summary>
internal static class CoverageHtml
{
    // Only characters that mean themselves in HTML.
    private const string Style =
        "body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color-scheme: light dark } "
        + "table { border-collapse: collapse; margin: 1rem 0 } th, td { border: 1px solid #8888; padding: .2rem .6rem; text-align: left } "
        + "td { overflow-wrap: anywhere } td:first-child { overflow-wrap: normal } td.number { text-align: right; overflow-wrap: normal } .missing { font-weight: bold; color: #b00020 } .full { color: #1b6e2c } "
        + "pre { overflow-x: auto; border: 1px solid #8888; padding: .5rem } pre b.missing { background: #b0002022 } pre b.full { background: #1b6e2c22 } "
        + "@media (prefers-color-scheme: dark) { .missing { color: #ff8a9a } .full { color: #7bd88f } }";

    /// <summary>The page.</summary>
    /// <param name="policies">The coverage.</param>
    /// <param name="now">The time of the run.</param>
    public static string Of(ImmutableArray<PolicyCoverage> policies, DateTimeOffset now)
    {
        var html = new HtmlBuilder();
        html.DocumentType();
        using (html.Element("html", ("lang", "en")))
        {
            WriteHead(html);
            using (html.Element("body"))
            {
                html.Leaf("h1", "Coverage of policy tests");
                html.Leaf("p", $"{now.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, {ToolVersion.Text}");
                WriteTable(html, policies);
                foreach (var policy in policies) WritePolicy(html, policy);
            }
        }

        html.Line();
        return html.ToString();
    }

    private static void WriteHead(HtmlBuilder html)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        using (html.Element("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src 'sha256-{hash}'"));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Leaf("title", "Coverage of policy tests");
            html.Leaf("style", Style);
        }
    }

    private static void WriteTable(HtmlBuilder html, ImmutableArray<PolicyCoverage> policies)
    {
        using var table = html.Element("table");
        Row(html, "th", "policy", "display name", "tests", "covered", "of", "%");
        foreach (var policy in policies)
        {
            using var row = html.Element("tr");
            using (html.Element("td")) html.Leaf("a", policy.Tested.Name, ("href", $"#{Anchor(policy)}"));
            html.Leaf("td", policy.Tested.Definition.DisplayName ?? "");
            foreach (var number in (int[])[policy.Tests, policy.Covered, policy.Total]) html.Leaf("td", Number(number), ("class", "number"));
            html.Leaf("td", CoverageText.Percent(policy.PerMille), ("class", policy.PerMille == 1000 ? "number full" : "number missing"));
        }
    }

    private static void WritePolicy(HtmlBuilder html, PolicyCoverage policy)
    {
        html.Leaf("h2", $"{policy.Tested.Name}: {CoverageText.Percent(policy.PerMille)} %", ("id", Anchor(policy)));
        html.Leaf("p", policy.Tested.Definition.DisplayName ?? policy.Tested.Text.File);
        using (html.Element("table"))
        {
            Row(html, "th", "condition", "path", "true", "false");
            foreach (var leaf in policy.Leaves)
            {
                using var row = html.Element("tr");
                html.Leaf("td", leaf.Text);
                html.Leaf("td", leaf.Path);
                Hits(html, leaf.WhenTrue);
                Hits(html, leaf.WhenFalse);
            }
        }

        WriteValues(html, [.. policy.Effects, .. policy.Values, .. policy.Existence]);
        WriteSource(html, policy);
    }

    private static void WriteValues(HtmlBuilder html, ImmutableArray<ValueCoverage> values)
    {
        if (values.IsEmpty) return;
        using var table = html.Element("table");
        Row(html, "th", "parameter", "value", "tests");
        foreach (var value in values)
        {
            using var row = html.Element("tr");
            html.Leaf("td", value.Name);
            html.Leaf("td", value.Value);
            html.Leaf("td", Number(value.Hits), ("class", value.Hits > 0 ? "number full" : "number missing"));
        }
    }

    private static void WriteSource(HtmlBuilder html, PolicyCoverage policy)
    {
        if (policy.Tested.Text.Text.Length == 0) return;
        var leaves = policy.Leaves.ToLookup(leaf => leaf.Location.Span?.Line ?? 0);
        using var details = html.Element("details");
        html.Leaf("summary", policy.Tested.Text.File);
        using var source = html.Element("pre");
        var lines = policy.Tested.Text.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            html.Text($"{Number(number),5}  {TerminalText.Encode(lines[number - 1])}");
            foreach (var leaf in leaves[number])
                html.Leaf("b", $"  true {Number(leaf.WhenTrue.Hits)}, false {Number(leaf.WhenFalse.Hits)}", ("class", leaf.WhenTrue.IsMissing || leaf.WhenFalse.IsMissing ? "missing" : "full"));
            html.Line();
        }
    }

    private static void Hits(HtmlBuilder html, DirectionCoverage direction) => html.Leaf(
        "td",
        direction.Unreachable is { } entry ? $"unreachable: {entry.Reason}" : Number(direction.Hits),
        ("class", direction.IsMissing ? "number missing" : direction.IsAsked ? "number full" : null));

    private static void Row(HtmlBuilder html, string cell, params ReadOnlySpan<string> texts)
    {
        using var row = html.Element("tr");
        foreach (var text in texts) html.Leaf(cell, text);
    }

    private static string Anchor(PolicyCoverage policy) => $"policy-{policy.Tested.Name}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
