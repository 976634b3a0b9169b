using Plumbline.Arm;

namespace Plumbline.Cli.Configuration;

/// <summary>An environment of <c>plumbline.yaml</c>: where an initiative is deployed, and how it is assigned there.</summary>
/// <param name="Name">The key in the file; what commands are given.</param>
/// <param name="Cloud">public, government, china or custom.</param>
/// <param name="Endpoint">The ARM endpoint of a custom cloud, else null.</param>
/// <param name="Scope">The subscription that holds definitions and assignment, as a resource id.</param>
/// <param name="Initiative">The name of the initiative to deploy.</param>
/// <param name="Assignment">How it is assigned.</param>
internal sealed record EnvironmentSettings(
    string Name,
    string Cloud,
    Uri? Endpoint,
    string Scope,
    string Initiative,
    AssignmentSettings Assignment)
{
    /// <summary>The name of the built-in environment: the embedded emulator.</summary>
    public const string Local = "local";
}
