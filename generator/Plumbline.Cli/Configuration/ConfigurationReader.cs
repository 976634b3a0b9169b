using System.Collections.Immutable;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Shapes;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads <c>plumbline.yaml</c>.</summary>
internal static class ConfigurationReader
{
    /// <summary>The environments of the file, in its order, and everything that is wrong with it.</summary>
    public static ParseResult<PlumblineConfiguration> Read(SourceText source)
    {
        var document = YamlReader.Read(source);
        if (document.Root is null) return new ParseResult<PlumblineConfiguration>(null, document.Diagnostics);

        var found = document.Diagnostics.ToBuilder();
        found.AddRange(ShapeChecker.Check(document.Root, ConfigurationShapes.Root));
        var environments = document.Root is YamlMapping root ? Environments(root, found) : [];
        found.AddRange(LintConfiguration.UnknownRules(document.Root));
        var diagnostics = found.ToImmutable();
        return diagnostics.Any(diagnostic => diagnostic.IsError)
            ? new ParseResult<PlumblineConfiguration>(null, diagnostics)
            : new ParseResult<PlumblineConfiguration>(new PlumblineConfiguration(environments, LintConfiguration.Of(document.Root)), diagnostics);
    }

    private static ImmutableArray<ConfiguredEnvironment> Environments(YamlMapping root, ImmutableArray<Diagnostic>.Builder found)
    {
        var reader = new EnvironmentReader(root.TextOrNull("ownerId"), found);
        return [.. root.Mapping("environments").Entries.Where(entry => entry.Value is YamlMapping).Select(entry => reader.Read(entry.Key, (YamlMapping)entry.Value))];
    }
}

/// <summary>What a <c>plumbline.yaml</c> says.</summary>
internal sealed record PlumblineConfiguration(ImmutableArray<ConfiguredEnvironment> Environments, LintConfiguration Lint);
