using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Environments;

/// <summary>Finds the first assignment of an environment, for commands that know one only.</summary>
internal static class EnvironmentFinder
{
    /// <summary>The configuration file.</summary>
    public const string FileName = "plumbline.yaml";

    /// <summary>The assignment, or what is wrong.</summary>
    public static ParseResult<EnvironmentSettings> Find(Workspace workspace, string name)
    {
        var environment = EnvironmentLoader.Load(workspace, name);
        return new ParseResult<EnvironmentSettings>(environment.Value?.Settings, environment.Diagnostics);
    }
}
