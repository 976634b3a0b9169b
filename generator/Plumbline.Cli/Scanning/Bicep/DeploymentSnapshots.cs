using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Emulator.Deployments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;
using Plumbline.Scan.Templates;

namespace Plumbline.Cli.Scanning.Bicep;

/// <summary>Expands the templates of the emulator's deployments with <c>bicep snapshot</c>, Microsoft's own engine. Values of secure parameters are written nowhere.</summary>
/// <param name="program">The Bicep command-line interface.</param>
internal sealed class DeploymentSnapshots(string program) : Plumbline.Emulator.Deployments.ITemplateExpander
{
    private const string TemplateFile = "main.json";
    private const string ParametersFile = "main.bicepparam";
    private const string SnapshotFile = "main.snapshot.json";

    /// <summary>The expander over the tool that is found on this machine; null when none is.</summary>
    public static DeploymentSnapshots? Find() => BicepTool.Find() is { } program ? new DeploymentSnapshots(program) : null;

    /// <inheritdoc/>
    public Task<TemplateSnapshot> ExpandAsync(TemplateSnapshotRequest request, CancellationToken cancellation) => Task.Run(() => Expand(request, cancellation), cancellation);

    private TemplateSnapshot Expand(TemplateSnapshotRequest request, CancellationToken cancellation)
    {
        var text = PolicyValueWriter.ToCompactJson(request.Template);
        if (TemplateDocument.Read(new SourceText(TemplateFile, text)).Value is not { } template) return Failed("the template is not JSON that Bicep reads");
        var work = Directory.CreateTempSubdirectory("plumbline-");
        try
        {
            string In(string name) => Path.Combine(work.FullName, name);
            File.WriteAllText(In(TemplateFile), text, new UTF8Encoding(false));
            File.WriteAllText(In(ParametersFile), template.Parameters.ToBicepParameters($"./{TemplateFile}", request.Parameters), new UTF8Encoding(false));
            var output = new BicepProcess(program).Run(["snapshot", In(ParametersFile), "--mode", "Overwrite", .. Arguments(request)], cancellation);
            return File.Exists(In(SnapshotFile)) ? Read(File.ReadAllBytes(In(SnapshotFile))) : Failed((output.Error + output.Output).Trim());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return Failed(problem.Message);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Arguments(TemplateSnapshotRequest request)
    {
        var place = request.Place;
        (string Name, string? Value)[] arguments =
        [
            ("--tenant-id", place.TenantId), ("--subscription-id", place.SubscriptionId), ("--resource-group", place.ResourceGroup),
            ("--management-group-id", place.Level == TemplateLevel.ManagementGroup ? place.ManagementGroup : null), ("--location", request.Location), ("--deployment-name", request.DeploymentName),
        ];
        return arguments.Where(argument => argument.Value is not null).SelectMany(argument => new[] { argument.Name, argument.Value ?? "" });
    }

    private static TemplateSnapshot Read(byte[] snapshot)
    {
        using var document = JsonDocument.Parse(snapshot, new JsonDocumentOptions { MaxDepth = 256 });
        var root = document.RootElement;
        ImmutableArray<ObjectValue> resources = root.TryGetProperty("predictedResources", out var predicted) && predicted.ValueKind == JsonValueKind.Array
            ? [.. predicted.EnumerateArray().Select(PolicyValueReader.FromElement).OfType<ObjectValue>()]
            : [];
        var outputs = root.TryGetProperty("outputs", out var declared) ? PolicyValueReader.FromElement(declared) as ObjectValue : null;
        return new TemplateSnapshot(resources, outputs ?? PolicyValueReader.Object());
    }

    private static TemplateSnapshot Failed(string reason) => new([], PolicyValueReader.Object(), reason);
}
