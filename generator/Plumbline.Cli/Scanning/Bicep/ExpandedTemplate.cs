using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Inputs;

namespace Plumbline.Cli.Scanning.Bicep;

/// <summary>What a template will leave when it is deployed.</summary>
/// <param name="Resources">The resources in ARM's shape; what is not known before the deployment is the text of an expression.</param>
/// <param name="Diagnostics">What could not be expanded.</param>
/// <param name="ParameterNames">The parameters that the template declares.</param>
internal sealed record ExpandedTemplate(ImmutableArray<ScannedResource> Resources, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> ParameterNames)
{
    public static ExpandedTemplate Failed(params ImmutableArray<Diagnostic> diagnostics) => new([], diagnostics, []);
}
