using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Testing.Running;

namespace Plumbline.Cli.Testing;

/// <summary>Expands the templates that tests name, as scans do. Each is expanded once: Bicep takes a second to start.</summary>
/// <param name="folder">The folder that names of test files start from.</param>
internal sealed class TestTemplates(string folder) : ITemplateExpander
{
    private static readonly ImmutableDictionary<string, PolicyValue> NoParameters = ImmutableDictionary<string, PolicyValue>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, Lazy<(ImmutableArray<ObjectValue> Resources, ImmutableArray<Diagnostic> Diagnostics)>> expanded = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public (ImmutableArray<ObjectValue> Resources, ImmutableArray<Diagnostic> Diagnostics) Expand(string path, string from)
    {
        var file = Path.Combine(Path.GetDirectoryName(from) ?? "", path).Replace(Path.DirectorySeparatorChar, '/');
        return expanded.GetOrAdd(Path.GetFullPath(Path.Combine(folder, file)), _ => new(() => Expand(file))).Value;
    }

    private (ImmutableArray<ObjectValue> Resources, ImmutableArray<Diagnostic> Diagnostics) Expand(string file)
    {
        var template = new TemplateExpander(folder, TemplateTarget.Assumed, BicepTool.Find()).Expand(file, NoParameters, CancellationToken.None);
        return ([.. template.Resources.Select(resource => ResourceDocument.Parse(resource.Utf8).ToValue())], template.Diagnostics);
    }
}
