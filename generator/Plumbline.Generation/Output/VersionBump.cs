using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Generation.Output;

/// <summary>
/// Checks that the version of a definition or initiative says what changed: a rule or a parameter needs at least the next minor version,
/// a parameter or reference that is gone the next major one. Texts may change without a new version.
/// </summary>
public static class VersionBump
{
    /// <summary>The finding, or none.</summary>
    /// <param name="committed">The document before; its file is named in the finding.</param>
    /// <param name="generated">The document now.</param>
    public static ImmutableArray<Diagnostic> Check(SourceText committed, string generated)
    {
        var before = PositionedJson.Parse(committed).Value;
        var after = PositionedJson.Parse(committed with { Text = generated }).Value;
        if (before is null || after is null) return [];

        // What is not a version was never published under one.
        var version = before.SelectToken("properties.metadata.version");
        if (!Version.TryParse((string?)version, out var old) || version is null) return [];
        if (Change(before, after) is not { } change) return [];

        var needed = change.IsBreaking ? new Version(old.Major + 1, 0, 0) : new Version(old.Major, old.Minor + 1, 0);
        if (Version.TryParse((string?)after.SelectToken("properties.metadata.version"), out var current) && current >= needed) return [];
        var at = PositionedJson.LocationOf(committed.File, version);
        return [DiagnosticCatalog.VersionNotRaised(at, (string?)before["name"] ?? "", change.What, (string?)version ?? "", needed.ToString(3))];
    }

    private static (string What, bool IsBreaking)? Change(JObject before, JObject after)
    {
        if (Removed(Names(before), Names(after)) is { } parameter) return ($"the parameter '{parameter}' (now gone)", true);
        if (Removed(References(before), References(after)) is { } reference) return ($"the reference '{reference}' (now gone)", true);
        var changed = ((string Key, string What)[])[("parameters", "a parameter"), ("policyRule", "the rule"), ("policyDefinitions", "a reference"), ("policyDefinitionGroups", "a group")];
        return changed
            .Where(part => !JToken.DeepEquals(before["properties"]?[part.Key], after["properties"]?[part.Key]))
            .Select(part => ((string, bool)?)(part.What, false))
            .FirstOrDefault();
    }

    private static string? Removed(IEnumerable<string> before, IEnumerable<string> after) =>
        before.Except(after, StringComparer.OrdinalIgnoreCase).FirstOrDefault();

    private static IEnumerable<string> Names(JObject document) =>
        (document.SelectToken("properties.parameters") as JObject)?.Properties().Select(property => property.Name) ?? [];

    private static IEnumerable<string> References(JObject document) =>
        (document.SelectToken("properties.policyDefinitions") as JArray)?.Select(reference => (string?)reference["policyDefinitionReferenceId"]).OfType<string>() ?? [];
}
