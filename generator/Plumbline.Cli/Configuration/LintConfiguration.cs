using System.Collections.Immutable;
using Plumbline.Generation.Yaml;
using Plumbline.Lint;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>The section <c>lint</c> of <c>plumbline.yaml</c>.</summary>
/// <param name="FailOn">The name of the least severity that makes the command fail, or null.</param>
/// <param name="Severities">The name of a severity by rule, or <c>off</c>.</param>
/// <param name="Suppressions">Findings that do not count.</param>
internal sealed record LintConfiguration(string? FailOn, ImmutableDictionary<string, string> Severities, ImmutableArray<FileSuppression> Suppressions)
{
    /// <summary>Says nothing.</summary>
    public static LintConfiguration Empty { get; } = new(null, ImmutableDictionary<string, string>.Empty, []);

    /// <summary>The section of a document that has the right form.</summary>
    public static LintConfiguration Of(YamlNode root) => Section(root) is { } section
        ? new(Text(section, "failOn"), Rules(section).ToImmutableDictionary(entry => entry.Key.Text, entry => (entry.Value as YamlScalar)?.Text ?? ""), [.. Suppressed(section).Select(Suppression)])
        : Empty;

    /// <summary>Rules that are named in the section and do not exist.</summary>
    public static IEnumerable<Diagnostic> UnknownRules(YamlNode root)
    {
        if (Section(root) is not { } section) return [];
        var named = Rules(section).Select(entry => entry.Key).Concat(Suppressed(section).Select(entry => entry["rule"]).OfType<YamlScalar>());
        return named.Where(name => !PolicyLinter.Rules.Any(rule => rule.Id == name.Text)).Select(name => DiagnosticCatalog.UnknownLintRule(name.Location, name.Text, PolicyLinter.Nearest(name.Text)));
    }

    private static YamlMapping? Section(YamlNode root) => (root as YamlMapping)?["lint"] as YamlMapping;

    private static ImmutableArray<YamlEntry> Rules(YamlMapping section) => (section["rules"] as YamlMapping)?.Entries ?? [];

    private static IEnumerable<YamlMapping> Suppressed(YamlMapping section) => (section["suppress"] as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];

    private static FileSuppression Suppression(YamlMapping entry) => new(Text(entry, "rule") ?? "", Text(entry, "files") ?? "", Text(entry, "reason") ?? "");

    private static string? Text(YamlMapping mapping, string key) => (mapping[key] as YamlScalar)?.Text;
}
