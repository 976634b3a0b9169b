using Newtonsoft.Json.Linq;
using Plumbline.Cli.Configuration;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Editing;

/// <summary>Changes the current ring of an environment in the text of <c>plumbline.yaml</c>, and nothing else.</summary>
internal static class RingEdit
{
    /// <summary>The text with the ring; an error when it cannot be changed without touching something else, which is checked by reading the new text.</summary>
    public static ParseResult<SourceText> Set(SourceText source, string environment, string ring)
    {
        var root = YamlReader.Read(source).Root as YamlMapping;
        if (root?.MappingOrNull("environments")?.MappingOrNull(environment) is not { } settings || settings.Entry("rings") is not { } rings)
            return Failed(new SourceLocation(source.File), environment, "the environment has no rings");

        var edited = settings.Entry("ring") is { Value: YamlScalar old } ? Replaced(source, old, ring) : Inserted(source, settings, rings.Key, ring);
        return edited is not null && IsAsMeant(root, edited, environment, ring)
            ? new ParseResult<SourceText>(edited, [])
            : Failed(rings.Key.Location, environment, "the text is written in a way that cannot be changed in one place");
    }

    private static SourceText? Replaced(SourceText source, YamlScalar old, string ring)
    {
        if (old.Location.Span is not { Length: > 0 } span) return null;
        var at = new TextLines(source.Text).OffsetOf(old.Location);
        return at + span.Length > source.Text.Length ? null : source with { Text = string.Concat(source.Text.AsSpan(0, at), YamlScalarText.Of(ring), source.Text.AsSpan(at + span.Length)) };
    }

    private static SourceText Inserted(SourceText source, YamlMapping settings, YamlScalar before, string ring)
    {
        var lines = new TextLines(source.Text);
        var at = lines.OffsetOf(before.Location);
        var start = lines.OffsetOf(settings.Location);
        var isFlow = start < source.Text.Length && source.Text[start] == '{';
        var text = $"ring: {YamlScalarText.Of(ring)}";
        return !isFlow && lines.IndentBefore(at) is { } indent
            ? source with { Text = source.Text.Insert(lines.LineStart(at), $"{indent}{text}{lines.LineEnd}") }
            : source with { Text = source.Text.Insert(at, $"{text}, ") };
    }

    private static bool IsAsMeant(YamlMapping before, SourceText after, string environment, string ring)
    {
        var read = ConfigurationReader.Read(after).Value;
        if (read?.Environments.FirstOrDefault(one => one.Deployment.Name == environment)?.Deployment.Ring != ring) return false;
        return YamlReader.Read(after).Root is { } root && JToken.DeepEquals(Without(before, environment), Without(root, environment));
    }

    private static JToken Without(YamlNode root, string environment)
    {
        var token = YamlJson.ToToken(root);
        ((token["environments"] as JObject)?[environment] as JObject)?.Remove("ring");
        return token;
    }

    private static ParseResult<SourceText> Failed(SourceLocation at, string environment, string reason) =>
        new(null, [DiagnosticCatalog.EditNotPossible(at, $"the ring of '{environment}'", reason)]);
}
