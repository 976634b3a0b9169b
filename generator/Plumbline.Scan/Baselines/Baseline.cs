using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Baselines;

/// <summary>Findings that are known. The file is JSON that people edit and review: <c>{"version": 1, "entries": [{resource, policy, reference, owner, until}]}</c>.</summary>
/// <param name="Entries">In the order of the file.</param>
public sealed record Baseline(ImmutableArray<BaselineEntry> Entries)
{
    private const string Day = "yyyy-MM-dd";

    private static readonly string[] Keys = ["resource", "policy", "reference", "owner", "until"];

    /// <summary>A baseline of these findings, without duplicates, in the order of their resources and policies.</summary>
    public static Baseline Of(IEnumerable<ScanFinding> findings, string owner, DateOnly until) => new(
    [
        .. findings.Select(finding => finding.Key).Distinct()
            .OrderBy(key => key.ResourceId, StringComparer.Ordinal).ThenBy(key => key.DefinitionId, StringComparer.Ordinal).ThenBy(key => key.ReferenceId, StringComparer.Ordinal)
            .Select(key => new BaselineEntry(key, owner, until)),
    ]);

    /// <summary>Reads a file. Every entry needs an owner and a last day; a key that is not known is an error.</summary>
    public static ParseResult<Baseline> Read(SourceText source)
    {
        var (root, syntax) = PositionedJson.Parse(source);
        if (root is null) return new(null, syntax);
        var problems = syntax.ToBuilder();
        if (root["version"] is not JValue { Value: 1L }) problems.Add(DiagnosticCatalog.BaselineInvalid(PositionedJson.LocationOf(source.File, root), "its 'version' is not 1"));
        foreach (var extra in root.Properties().Where(property => property.Name is not ("version" or "entries"))) problems.Add(UnknownKey(source.File, extra, ["version", "entries"]));
        var entries = (root["entries"] as JArray)?.Select(token => Entry(source.File, token, problems)).OfType<BaselineEntry>().ToImmutableArray();
        if (entries is null) problems.Add(DiagnosticCatalog.BaselineInvalid(PositionedJson.LocationOf(source.File, root), "it has no list 'entries'"));
        return new(entries is { } read && !problems.Any(item => item.IsError) ? new Baseline(read) : null, problems.ToImmutable());
    }

    /// <summary>The text of the file; LF, a final newline.</summary>
    public string ToJson()
    {
        var root = new JObject
        {
            ["version"] = 1,
            ["entries"] = new JArray(Entries.Select(entry => new JObject
            {
                ["resource"] = entry.Key.ResourceId,
                ["policy"] = entry.Key.DefinitionId,
                ["reference"] = entry.Key.ReferenceId,
                ["owner"] = entry.Owner,
                ["until"] = entry.Until.ToString(Day, CultureInfo.InvariantCulture),
            })),
        };
        return root.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Reads a day written as <c>yyyy-MM-dd</c>; null for anything else.</summary>
    public static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static BaselineEntry? Entry(string file, JToken token, ImmutableArray<Diagnostic>.Builder problems)
    {
        var at = PositionedJson.LocationOf(file, token);
        if (token is not JObject item)
        {
            problems.Add(DiagnosticCatalog.BaselineInvalid(at, "an entry is not an object"));
            return null;
        }

        foreach (var extra in item.Properties().Where(property => !Keys.Contains(property.Name, StringComparer.Ordinal))) problems.Add(UnknownKey(file, extra, Keys));
        var missing = Keys.Where(key => key != "reference" && Text(item, key).Length == 0).ToList();
        if (missing.Count > 0) problems.Add(DiagnosticCatalog.BaselineInvalid(at, $"an entry has no {string.Join(", ", missing.Select(key => $"'{key}'"))}"));
        var until = DayOf(Text(item, "until"));
        if (missing.Count == 0 && until is null) problems.Add(DiagnosticCatalog.BaselineInvalid(at, $"'{Text(item, "until")}' is no day of the form yyyy-MM-dd"));
        return missing.Count > 0 || until is not { } day ? null
            : new(new FindingKey(Text(item, "resource").ToLowerInvariant(), Text(item, "policy").ToLowerInvariant(), Text(item, "reference")), Text(item, "owner"), day, at);
    }

    private static Diagnostic UnknownKey(string file, JProperty property, IEnumerable<string> known)
    {
        var problem = DiagnosticCatalog.BaselineInvalid(PositionedJson.LocationOf(file, property), $"the key '{property.Name}' is not known");
        return NearestName.Find(property.Name, known) is { } nearest ? problem with { Help = $"did you mean '{nearest}'?" } : problem;
    }

    private static string Text(JObject item, string key) => item[key] is JValue { Value: string text } ? text.Trim() : "";
}
