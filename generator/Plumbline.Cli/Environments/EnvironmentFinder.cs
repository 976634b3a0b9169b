using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Environments;

/// <summary>Finds an environment by name: the built-in one, or one of <c>plumbline.yaml</c>.</summary>
internal static class EnvironmentFinder
{
    /// <summary>The configuration file.</summary>
    public const string FileName = "plumbline.yaml";

    /// <summary>The environment, or what is wrong.</summary>
    public static ParseResult<EnvironmentSettings> Find(Workspace workspace, string name)
    {
        if (string.Equals(name, EnvironmentSettings.Local, StringComparison.Ordinal)) return LocalEmulator.Settings(workspace);
        if (workspace.Read(FileName) is not { } source) return Unknown(name, []);

        var configuration = ConfigurationReader.Read(source);
        if (configuration.Value is null) return new ParseResult<EnvironmentSettings>(null, configuration.Diagnostics);

        var found = configuration.Value.Environments.FirstOrDefault(environment => string.Equals(environment.Name, name, StringComparison.Ordinal));
        return found is null
            ? Unknown(name, [.. configuration.Value.Environments.Select(environment => environment.Name)])
            : new ParseResult<EnvironmentSettings>(found, configuration.Diagnostics);
    }

    private static ParseResult<EnvironmentSettings> Unknown(string name, ImmutableArray<string> configured)
    {
        ImmutableArray<string> known = [EnvironmentSettings.Local, .. configured];
        var diagnostic = DiagnosticCatalog.UnknownEnvironment(new SourceLocation(FileName), name, NearestName.Find(name, known), string.Join(", ", known));
        return new ParseResult<EnvironmentSettings>(null, [diagnostic]);
    }
}
