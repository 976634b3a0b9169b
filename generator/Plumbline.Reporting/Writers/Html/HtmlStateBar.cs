using System.Globalization;

namespace Plumbline.Reporting.Writers.Html;

/// <summary>A stacked bar of states as inline SVG. The same counts always stand beside it or in a table as text.</summary>
internal static class HtmlStateBar
{
    private const decimal Width = 200m;
    private const decimal Narrowest = 2m;

    /// <summary>The states in the order of the bar: what is fine on the left, what needs work on the right.</summary>
    private static readonly ComplianceState[] Order = [.. ComplianceStates.WorstFirst.Reverse()];

    /// <summary>The states that occur, in the order of the bar.</summary>
    public static IEnumerable<ComplianceState> Present(StateCounts counts) => Order.Where(state => counts[state] > 0);

    public static void Write(HtmlBuilder html, string id, string title, StateCounts counts)
    {
        if (counts.Total == 0) return;
        using (html.Element("svg", ("class", "bar"), ("viewBox", "0 0 200 8"), ("preserveAspectRatio", "none"), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-desc")))
        {
            html.Leaf("title", title, ("id", $"{id}-title"));
            html.Leaf("desc", Describe(counts), ("id", $"{id}-desc"));
            WriteSegments(html, counts);
        }
    }

    /// <summary>Such as <c>12 compliant, 3 non-compliant</c>.</summary>
    public static string Describe(StateCounts counts) => string.Join(
        ", ",
        Present(counts).Select(state => string.Create(CultureInfo.InvariantCulture, $"{counts[state]:N0} {ComplianceStates.Label(state).ToLowerInvariant()}")));

    // A single failure among thousands stays visible: every segment gets its narrowest width first and a share of the rest.
    private static void WriteSegments(HtmlBuilder html, StateCounts counts)
    {
        var states = Present(counts).ToList();
        var rest = Width - Narrowest * states.Count;
        var x = 0m;
        foreach (var state in states)
        {
            var width = Narrowest + rest * counts[state] / counts.Total;
            html.Leaf("rect", "", ("class", $"fill-{HtmlBadge.Tone(state)}"), ("x", Number(x)), ("y", "0"), ("width", Number(width - 0.8m)), ("height", "8"));
            x += width;
        }
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
