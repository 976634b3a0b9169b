using System.Globalization;
using Plumbline.Policy.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy;

/// <summary>A text, and what the parser has to say about it: all codes in the order of the text, and optionally their places and paths.</summary>
internal sealed record ParserCase(string Note, string Text, bool IsValid, string[] Codes, string[]? At, string[]? Paths)
{
    public static string Folder { get; } = Path.Combine(CaseFile.Folder, "parser");

    public static IEnumerable<string> Topics() =>
        Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static IReadOnlyList<ParserCase> Read(string topic)
    {
        var stream = new YamlStream();
        using var text = new StreamReader(Path.Combine(Folder, topic + ".yaml"));
        stream.Load(text);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Select(node => Read((YamlMappingNode)node))];
    }

    public static string Place(Diagnostic diagnostic) =>
        string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Location.Span?.Line}:{diagnostic.Location.Span?.Column} {diagnostic.Code}");

    private static ParserCase Read(YamlMappingNode node)
    {
        var want = (YamlMappingNode)node["want"];
        return new ParserCase(
            YamlTokens.Text(node["note"]),
            YamlTokens.Text(node["text"]),
            bool.Parse(YamlTokens.Text(want["valid"])),
            List(want, "codes") ?? [],
            List(want, "at"),
            List(want, "paths"));
    }

    private static string[]? List(YamlMappingNode want, string key) =>
        want.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Select(YamlTokens.Text)] : null;
}
