using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>An environment of <c>plumbline.yaml</c>.</summary>
/// <param name="Deployment">What is to be there. Its exemptions are those of <c>plumbline.yaml</c> until the files are read.</param>
/// <param name="Cloud">public, government, china, local or custom.</param>
/// <param name="Endpoint">The ARM endpoint of a local or custom cloud, else null.</param>
/// <param name="ExemptionPaths">Files and folders that hold exemptions, each with the place where it is written.</param>
internal sealed record ConfiguredEnvironment(DeploymentEnvironment Deployment, string Cloud, Uri? Endpoint, ImmutableArray<(string Path, SourceLocation At)> ExemptionPaths);
