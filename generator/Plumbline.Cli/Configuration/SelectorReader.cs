using System.Collections.Immutable;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads resource selectors, which keep the form they are written in.</summary>
/// <param name="found">Takes the problems.</param>
internal sealed class SelectorReader(ImmutableArray<Diagnostic>.Builder found)
{
    // Azure Policy documentation, "Maximum count of Azure Policy objects".
    private const int MaximumSelectors = 10;
    private const int MaximumValues = 50;

    /// <summary>The selectors of an assignment, a ring or an exemption.</summary>
    public ImmutableArray<ObjectValue> Read(YamlMapping owner)
    {
        var selectors = owner.Mappings("resourceSelectors").ToImmutableArray();
        Limit(owner, "resourceSelectors", selectors.Length, MaximumSelectors);
        foreach (var repeated in selectors.Where(written => written.Text("name").Length > 0).GroupBy(written => written.Text("name"), StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1)))
            found.Add(DiagnosticCatalog.SelectorRepeated(repeated.LocationOf("name"), repeated.Text("name")));
        foreach (var written in selectors) Check(written);
        return [.. selectors.Select(YamlValues.Value).OfType<ObjectValue>()];
    }

    private void Check(YamlMapping written)
    {
        var parts = written.Mappings("selectors").ToImmutableArray();
        Limit(written, "selectors", parts.Length, MaximumSelectors);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var kind = part.Text("kind");
            if (!kinds.Add(kind)) found.Add(DiagnosticCatalog.ResourceSelectorKindRepeated(part.LocationOf("kind"), kind));
            foreach (var values in (string[])["in", "notIn"]) Limit(part, values, (part[values] as YamlSequence)?.Items.Length ?? 0, MaximumValues);
        }

        if (kinds.Contains("resourceLocation") && kinds.Contains("resourceWithoutLocation"))
            found.Add(DiagnosticCatalog.SelectorKindsExclusive(written.LocationOf("selectors"), written.Text("name")));
    }

    private void Limit(YamlMapping owner, string key, int count, int maximum)
    {
        if (count > maximum) found.Add(DiagnosticCatalog.TooManyInConfiguration(owner.LocationOf(key), key, count, maximum));
    }
}
