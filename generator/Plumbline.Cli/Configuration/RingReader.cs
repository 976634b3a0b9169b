using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads the rings of an environment whose form was checked.</summary>
/// <param name="found">Takes the problems.</param>
internal sealed class RingReader(ImmutableArray<Diagnostic>.Builder found)
{
    // A resource selector takes so many values.
    private const int MaximumLocations = 50;

    /// <summary>The rings, in the order of the file.</summary>
    public ImmutableArray<RolloutRing> Read(YamlMapping environment, ImmutableArray<AssignmentDeclaration> assignments)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var rings = ImmutableArray.CreateBuilder<RolloutRing>();
        foreach (var written in environment.Mappings("rings"))
        {
            var ring = Ring(written);
            if (ring.Name.Length > 0 && !first.TryAdd(ring.Name, ring.At.Span?.Line ?? 0)) found.Add(DiagnosticCatalog.RingRepeated(ring.At, ring.Name, first[ring.Name]));
            CheckAssignments(written, assignments);
            rings.Add(ring);
        }

        return rings.ToImmutable();
    }

    /// <summary>The name of the current ring: the first one, the smallest, when none is written.</summary>
    public string? Current(YamlMapping environment)
    {
        var names = environment.Mappings("rings").Select(ring => ring.Text("name")).ToImmutableArray();
        if (environment.TextOrNull("ring") is not { } current) return names.FirstOrDefault();
        if (!names.IsEmpty && !names.Contains(current, StringComparer.Ordinal)) found.Add(DiagnosticCatalog.RingUnknown(environment.LocationOf("ring"), current, NearestName.Find(current, names), Listed(names)));
        return current;
    }

    private RolloutRing Ring(YamlMapping written)
    {
        var locations = written.Texts("locations");
        if (locations.Length > MaximumLocations) found.Add(DiagnosticCatalog.TooManyInConfiguration(written.LocationOf("locations"), "locations", locations.Length, MaximumLocations));
        return new RolloutRing(written.Text("name"), written.LocationOf("name"))
        {
            Locations = [.. locations.Select(location => IdentityReader.RegionOf(location) ?? location)],
            ResourceSelectors = new SelectorReader(found).Read(written),
            Effects = new MemberReader(found).Effects(written),
            EnforcementMode = written.TextOrNull("enforcementMode"),
            Assignments = written.Texts("assignments"),
            Gate = written.MappingOrNull("gate") is { } gate ? Gate(gate) : null,
        };
    }

    private void CheckAssignments(YamlMapping ring, ImmutableArray<AssignmentDeclaration> assignments)
    {
        var names = assignments.Select(assignment => assignment.Name).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var unknown = (ring["assignments"] as YamlSequence)?.Items.OfType<YamlScalar>().Where(name => !names.Contains(name.Text, StringComparer.Ordinal)) ?? [];
        foreach (var name in unknown) found.Add(DiagnosticCatalog.RingAssignmentUnknown(name.Location, name.Text, NearestName.Find(name.Text, names), Listed(names)));
    }

    private static RingGate Gate(YamlMapping gate) => new(
        Count(gate, "maxNonCompliant"),
        Count(gate, "maxDenied"),
        decimal.TryParse(gate.TextOrNull("minCompliance"), NumberStyles.Float, CultureInfo.InvariantCulture, out var minimum) ? minimum : null,
        Time(gate.TextOrNull("soak")));

    private static int? Count(YamlMapping gate, string key) =>
        int.TryParse(gate.TextOrNull(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null;

    // The form was checked; a text of another one counts for nothing here.
    private static TimeSpan Time(string? text)
    {
        if (text is null || !int.TryParse(text.AsSpan(0, Math.Max(text.Length - 1, 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 9999) return TimeSpan.Zero;
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7 * count),
            _ => TimeSpan.Zero,
        };
    }

    private static string Listed(ImmutableArray<string> names) => names.IsEmpty ? "none" : string.Join(", ", names.Select(name => $"'{name}'"));
}
