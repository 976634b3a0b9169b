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
            // The scanner cannot go on after a syntax error, so this one is the last; what was found before it stays.
            var problems = builder.Problems.Append(SyntaxError(source, exception));
            return new YamlDocument(null, [.. problems]);
        }
    }

    private static Diagnostic SyntaxError(SourceText source, YamlException exception)
    {
        var line = (int)exception.Start.Line;
        var at = new SourceLocation(source.File, new TextSpan(line, (int)exception.Start.Column));
        return IndentedWithTab(source.Text, line)
            ? DiagnosticCatalog.YamlTabIndent(at)
            : DiagnosticCatalog.YamlSyntax(at, exception.Message);
    }

    private static bool IndentedWithTab(string text, int line)
    {
        var content = text.Split('\n').ElementAtOrDefault(line - 1) ?? "";
        return content.TakeWhile(char.IsWhiteSpace).Contains('\t');
    }

    private static YamlDocument Failed(Diagnostic problem) => new(null, ImmutableArray.Create(problem));
}
