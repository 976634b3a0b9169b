using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using YamlDotNet.Core;

namespace Plumbline.Generation.Yaml;

/// <summary>
/// Reads YAML strictly: one document, no anchors, aliases or tags, no duplicate keys, text keys only.
/// Works on the events of YamlDotNet, so that every node keeps its position and nothing is found by reflection.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads <paramref name="source"/>; all problems found are in the result, none is thrown.</summary>
    public static YamlDocument Read(SourceText source) => Read(source, YamlLimits.Default);

    /// <summary>Reads <paramref name="source"/> within <paramref name="limits"/>.</summary>
    public static YamlDocument Read(SourceText source, YamlLimits limits)
    {
        if (source.Text.Length > limits.Characters)
            return Failed(DiagnosticCatalog.YamlTooLarge(new SourceLocation(source.File), "characters", limits.Characters));

        var builder = new YamlTreeBuilder(source, limits);
        try
        {
            return builder.Build();
        }
        catch (YamlException exception)
        {
            return builder.Stopped(SyntaxError(source, exception));
        }
        catch (Exception exception) when (exception is InvalidOperationException or EndOfStreamException or ArgumentException)
        {
            // The scanner of YamlDotNet 18 fails in these ways on some collections and texts that are never closed.
            return builder.Stopped(DiagnosticCatalog.YamlSyntax(builder.Reached, "a list, a mapping or a text is not closed"));
        }
    }

    private static Diagnostic SyntaxError(SourceText source, YamlException exception)
    {
        var line = (int)exception.Start.Line;
        if (TabIndent(source.Text, line) is { } tab) return DiagnosticCatalog.YamlTabIndent(new SourceLocation(source.File, tab));
        return DiagnosticCatalog.YamlSyntax(new SourceLocation(source.File, new TextSpan(line, (int)exception.Start.Column)), exception.Message.TrimEnd('.'));
    }

    // The scanner complains where the token before the tab ends, which may be the line above.
    private static TextSpan? TabIndent(string text, int line)
    {
        var lines = text.Split('\n');
        foreach (var candidate in (int[])[line, line + 1])
        {
            var content = lines.ElementAtOrDefault(candidate - 1) ?? "";
            var tab = content.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(content[..tab])) return new TextSpan(candidate, tab + 1, 1);
        }

        return null;
    }

    private static YamlDocument Failed(Diagnostic problem) => new(null, ImmutableArray.Create(problem));
}
