using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Arm;
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

        var diagnostics = document.Diagnostics
            .AddRange(ShapeChecker.Check(document.Root, ConfigurationShapes.Root))
            .AddRange(Inconsistencies(document.Root))
            .AddRange(LintConfiguration.UnknownRules(document.Root));
        return diagnostics.Any(diagnostic => diagnostic.IsError)
            ? new ParseResult<PlumblineConfiguration>(null, diagnostics)
            : new ParseResult<PlumblineConfiguration>(new PlumblineConfiguration([.. Environments(document.Root).Select(ToSettings)], LintConfiguration.Of(document.Root)), diagnostics);
    }

    private static IEnumerable<Diagnostic> Inconsistencies(YamlNode root)
    {
        foreach (var environment in Environments(root))
        {
            if (environment.Key.Text == EnvironmentSettings.Local) yield return DiagnosticCatalog.ReservedEnvironment(environment.Key.Location, EnvironmentSettings.Local);
            if (environment.Value is not YamlMapping settings) continue;

            var isCustom = TextOf(settings, "cloud") == "custom";
            if (isCustom && settings["endpoint"] is null) yield return DiagnosticCatalog.EndpointMissing(settings.LocationOf("cloud"), environment.Key.Text);
            if (!isCustom && settings.Entry("endpoint") is { } endpoint && settings["cloud"] is not null)
                yield return DiagnosticCatalog.EndpointOfKnownCloud(endpoint.Key.Location, TextOf(settings, "cloud") ?? "public");
        }
    }

    private static ImmutableArray<YamlEntry> Environments(YamlNode root) =>
        root is YamlMapping mapping && mapping["environments"] is YamlMapping environments ? environments.Entries : [];

    private static EnvironmentSettings ToSettings(YamlEntry entry)
    {
        var settings = (YamlMapping)entry.Value;
        var assignment = (YamlMapping?)settings["assignment"];
        return new EnvironmentSettings(
            entry.Key.Text,
            TextOf(settings, "cloud") ?? "public",
            TextOf(settings, "endpoint") is { } endpoint ? new Uri(endpoint) : null,
            TextOf(settings, "scope") ?? "",
            TextOf(settings, "initiative") ?? "",
            new AssignmentSettings(
                TextOf(assignment, "name") ?? "",
                TextOf(assignment, "displayName") ?? "",
                TextOf(assignment, "enforcementMode") ?? "Default",
                ParametersOf(assignment?["parameters"])));
    }

    private static JObject ParametersOf(YamlNode? node) => node is YamlMapping ? (JObject)YamlJson.ToToken(node) : [];

    private static string? TextOf(YamlMapping? mapping, string key) => (mapping?[key] as YamlScalar)?.Text;
}

/// <summary>What a <c>plumbline.yaml</c> says.</summary>
internal sealed record PlumblineConfiguration(ImmutableArray<EnvironmentSettings> Environments, LintConfiguration Lint);
