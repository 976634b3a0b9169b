using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Catalog;

/// <summary>The catalog mirrors the published page: every word of controls and features, in the page's order, and nothing else.</summary>
public sealed class BaselineTextTests
{
    private const string FlagsHeading = "Supported Enabled By Default Configuration Responsibility";
    private const string SeeAlso = "For more information, see the Microsoft cloud security benchmark: ";

    [Fact]
    public void Catalog_rendered_as_the_page_is_the_page()
    {
        var catalog = Catalog();

        var rendered = Items(catalog, "controls").SelectMany(Rendered);

        Assert.Equal(Page(), WithoutRepeatedDomains(rendered));
    }

    [Fact]
    public void Features_of_the_spreadsheet_alone_are_nine_and_not_applicable()
    {
        var features = Items(Catalog(), "spreadsheetOnly").ToArray();

        Assert.Equal(9, features.Length);
        Assert.All(features, feature => Assert.Equal(
            ("Not Applicable", "Not Applicable", "Not Applicable", "spreadsheet"),
            (Text(feature, "supported"), Text(feature, "enabledByDefault"), Text(feature, "responsibility"), Text(feature, "provenance"))));
    }

    private static IEnumerable<string> Rendered(YamlMappingNode control)
    {
        yield return "domain " + Text(control, "domain");
        yield return $"{Text(control, "id")}: {Text(control, "title")}";
        yield return "Features";
        foreach (var line in Items(control, "features").SelectMany(RenderedFeature)) yield return line;
    }

    private static IEnumerable<string> RenderedFeature(YamlMappingNode feature)
    {
        yield return Text(feature, "name");
        yield return $"Description: {Text(feature, "description")} Learn more.";
        yield return FlagsHeading;
        yield return $"{Text(feature, "supported")} {Text(feature, "enabledByDefault")} {Text(feature, "responsibility")}";
        if (feature.Children.ContainsKey("featureNotes")) yield return $"Feature notes: {Text(feature, "featureNotes")}";
        yield return $"Configuration Guidance: {Text(feature, "configurationGuidance")}";
        if (feature.Children.TryGetValue("reference", out var reference)) yield return $"Reference: {Text((YamlMappingNode)reference, "title")}";
    }

    private static IEnumerable<string> WithoutRepeatedDomains(IEnumerable<string> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return lines.Where(line => !line.StartsWith("domain ", StringComparison.Ordinal) || seen.Add(line));
    }

    // The part of the page that the catalog mirrors. A domain is the line before its "For more information";
    // two hand-edited features of the page lack the full stop after "Learn more".
    private static IEnumerable<string> Page()
    {
        var lines = RepositoryFiles.Read("tests/resources/baseline/azure-container-apps.txt").Text.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Length > 0)
            .ToArray();
        var first = Array.FindIndex(lines, line => line.StartsWith(SeeAlso, StringComparison.Ordinal)) - 1;
        return lines[first..Array.IndexOf(lines, "Next steps")]
            .Select((line, index) => index + 1 < lines.Length - first && lines[first + index + 1].StartsWith(SeeAlso, StringComparison.Ordinal) ? "domain " + line : line)
            .Where(line => !line.StartsWith(SeeAlso, StringComparison.Ordinal))
            .Select(line => line.EndsWith(" Learn more", StringComparison.Ordinal) ? line + "." : line);
    }

    private static YamlMappingNode Catalog()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(RepositoryFiles.Read("generator/catalog/azure-container-apps.yaml").Text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode mapping, string key) =>
        ((YamlSequenceNode)mapping.Children[key]).Children.Cast<YamlMappingNode>();

    private static string Text(YamlMappingNode mapping, string key) => ((YamlScalarNode)mapping.Children[key]).Value ?? "";
}
