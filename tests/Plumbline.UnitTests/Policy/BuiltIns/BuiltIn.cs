using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>A built-in policy definition of Azure, parsed.</summary>
/// <param name="Name">The resource name, a GUID in most cases.</param>
/// <param name="File">Its file in the source repository, such as <c>Container Apps/EnableHTTPS_Audit.json</c>.</param>
/// <param name="Text">The document.</param>
/// <param name="Parsed">The definition, or null when it has errors.</param>
internal sealed record BuiltIn(string Name, string File, string Text, PolicyDefinition? Parsed, ImmutableArray<Diagnostic> Diagnostics)
{
    public PolicyDefinition Definition => Parsed ?? throw new InvalidOperationException($"'{File}' has errors.");

    public override string ToString() => File;
}
