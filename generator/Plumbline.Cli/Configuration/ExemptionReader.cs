using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads exemptions whose form was checked.</summary>
/// <param name="found">Takes the problems.</param>
internal sealed class ExemptionReader(ImmutableArray<Diagnostic>.Builder found)
{
    private static readonly ImmutableArray<(string Key, ExemptionTargetKind Kind)> Kinds =
    [
        ("control", ExemptionTargetKind.Control), ("policy", ExemptionTargetKind.Policy),
        ("initiative", ExemptionTargetKind.Initiative), ("assignment", ExemptionTargetKind.Assignment),
    ];

    /// <summary>The exemptions, in their order.</summary>
    public ImmutableArray<ExemptionDeclaration> Read(IEnumerable<YamlMapping> written) => [.. written.Select(Exemption)];

    /// <summary>Reports names that stand twice, in whichever files.</summary>
    public void CheckNames(ImmutableArray<ExemptionDeclaration> exemptions)
    {
        foreach (var same in exemptions.Where(exemption => exemption.Name.Length > 0).GroupBy(exemption => exemption.Name, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var repeated in same.Skip(1)) found.Add(DiagnosticCatalog.ExemptionRepeated(repeated.At, repeated.Name, same.First().At.File, same.First().At.Span?.Line ?? 0));
        }
    }

    private ExemptionDeclaration Exemption(YamlMapping written)
    {
        var (key, kind) = Kinds.FirstOrDefault(candidate => written[candidate.Key] is not null);
        var target = new ExemptionTarget(kind, key is null ? "" : written.Text(key), key is null ? written.Location : written.LocationOf(key));
        return new ExemptionDeclaration(
            written.Text("name"), target, Scopes(written), written.Text("category"), ExpiresOn(written), written.Text("owner"), written.Text("ticket"), written.LocationOf("name"))
        {
            DisplayName = written.TextOrNull("displayName"),
            Description = written.TextOrNull("description"),
            ReferenceIds = written.Texts("referenceIds"),
            ResourceSelectors = new SelectorReader(found).Read(written),
        };
    }

    private ImmutableArray<string> Scopes(YamlMapping written)
    {
        var nodes = (written["scopes"] ?? written["scope"]) switch
        {
            YamlSequence list => list.Items.OfType<YamlScalar>(),
            YamlScalar one => [one],
            _ => [],
        };
        ImmutableArray<YamlScalar> scopes = [.. nodes];
        if (written["scopes"] is null && written["scope"] is null) found.Add(DiagnosticCatalog.NoneOfKeys(written.Location, "an exemption", "'scope', 'scopes'"));
        foreach (var scope in scopes.Where(scope => ArmScope.Parse(scope.Text) is null)) found.Add(DiagnosticCatalog.ScopeMalformed(scope.Location, scope.Text));
        return [.. scopes.Select(scope => scope.Text.TrimEnd('/'))];
    }

    private DateTimeOffset ExpiresOn(YamlMapping written)
    {
        var text = written.Text("expiresOn");
        if (ExpiryText.Read(text) is { } instant) return instant;
        // A text of another form was reported with the form; a form with impossible numbers is reported here.
        if (Regex.IsMatch(text, TextPatterns.DateOrInstant.Expression, RegexOptions.CultureInvariant)) found.Add(DiagnosticCatalog.ExpiryImpossible(written.LocationOf("expiresOn"), text));
        return default;
    }
}
