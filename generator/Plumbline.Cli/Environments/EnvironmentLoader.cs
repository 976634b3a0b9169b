using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Environments;

/// <summary>Finds an environment by name, the built-in one or one of <c>plumbline.yaml</c>, and reads the files it refers to.</summary>
internal static class EnvironmentLoader
{
    /// <summary>The configuration file.</summary>
    public const string FileName = "plumbline.yaml";

    /// <summary>The name of the built-in environment: the embedded emulator.</summary>
    public const string Local = "local";

    /// <summary>The environment with all its exemptions, or what is wrong.</summary>
    public static ParseResult<ConfiguredEnvironment> Load(Workspace workspace, string name)
    {
        if (string.Equals(name, Local, StringComparison.Ordinal)) return LocalEmulator.Environment(workspace);
        if (workspace.Read(FileName) is not { } source) return Unknown(name, []);

        var configuration = ConfigurationReader.Read(source);
        if (configuration.Value is not { } read) return new ParseResult<ConfiguredEnvironment>(null, configuration.Diagnostics);

        var found = read.Environments.FirstOrDefault(environment => string.Equals(environment.Deployment.Name, name, StringComparison.Ordinal));
        return found is null
            ? Unknown(name, [.. read.Environments.Select(environment => environment.Deployment.Name)])
            : WithExemptions(workspace, found, configuration.Diagnostics);
    }

    private static ParseResult<ConfiguredEnvironment> WithExemptions(Workspace workspace, ConfiguredEnvironment environment, ImmutableArray<Diagnostic> before)
    {
        var diagnostics = before.ToBuilder();
        var exemptions = ExemptionFiles.Read(workspace, environment, diagnostics);
        var complete = environment with { Deployment = environment.Deployment with { Exemptions = exemptions } };
        return new ParseResult<ConfiguredEnvironment>(diagnostics.Any(problem => problem.IsError) ? null : complete, diagnostics.ToImmutable());
    }

    private static ParseResult<ConfiguredEnvironment> Unknown(string name, ImmutableArray<string> configured)
    {
        ImmutableArray<string> known = [Local, .. configured];
        var diagnostic = DiagnosticCatalog.UnknownEnvironment(new SourceLocation(FileName), name, NearestName.Find(name, known), string.Join(", ", known));
        return new ParseResult<ConfiguredEnvironment>(null, [diagnostic]);
    }
}
