using System.Collections.Immutable;
using System.Text;
using Plumbline.Cli.Scanning;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Emulation;

/// <summary>The resources that an emulator begins with: whatever <c>scan</c> can read.</summary>
/// <param name="request">Names the files.</param>
/// <param name="cancellationToken">Ends the expansion of templates.</param>
internal sealed class SeedFiles(EmulatorRequest request, CancellationToken cancellationToken)
{
    // Templates are taken to be deployed into it.
    private const string ResourceGroup = "seed";
    private const string Location = "westeurope";

    private readonly ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>What could not be read; complete once the resources were.</summary>
    public ImmutableArray<Diagnostic> Problems => problems.ToImmutable();

    /// <summary>The resources, one JSON text each, read as they are asked for.</summary>
    public IEnumerable<string> Read()
    {
        var expander = new TemplateExpander(request.Folder, new TemplateTarget(request.Subscription, ResourceGroup, Location), BicepTool.Find());
        var (inputs, unreadable) = new InputFiles(request.Folder, expander, ImmutableDictionary<string, PolicyValue>.Empty, cancellationToken).Find(request.Seeds);
        problems.AddRange(unreadable);
        foreach (var batch in inputs.SelectMany(input => input.Open()))
        {
            problems.AddRange(batch.Problems);
            foreach (var resource in batch.Resources) yield return Encoding.UTF8.GetString(resource.Utf8.Span);
        }
    }
}
