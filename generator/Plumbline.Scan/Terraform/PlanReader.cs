using System.Runtime.InteropServices;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Terraform;

/// <summary>
/// Reads the resources that a Terraform plan will leave, as <c>terraform show -json</c> writes it, in ARM's shape; also those of a state. Source of the format:
/// Terraform's documentation, "JSON output format", versions 1.x.
/// </summary>
public sealed class PlanReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ResourceDocument.MaximumDepth };

    private readonly ReadOnlyMemory<byte> text;
    private readonly string file;
    private readonly List<PlannedResource> planned = [];
    private int offset;
    private int line = 1;

    private PlanReader(ReadOnlyMemory<byte> text, string file) => (this.text, this.file) = (text, file);

    /// <summary>The resources; types that are not translated are counted and named.</summary>
    /// <param name="utf8">The plan.</param>
    /// <param name="file">The name of its file.</param>
    public static ResourceBatch Read(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("resource_changes", out _) || root.TryGetProperty("values", out _) || root.TryGetProperty("planned_values", out _))
                ? new PlanReader(utf8, file).Read(root)
                : Invalid(file, "it has no 'resource_changes'");
        }
        catch (JsonException exception)
        {
            return Invalid(file, exception.Message.Split(" LineNumber:")[0].TrimEnd('.').ReplaceLineEndings(" "));
        }
    }

    private static ResourceBatch Invalid(string file, string reason) => new([], [DiagnosticCatalog.TerraformPlanInvalid(new SourceLocation(file), reason)], 0);

    private ResourceBatch Read(JsonElement root)
    {
        foreach (var change in Items(root, "resource_changes")) AddChange(change);
        foreach (var resource in Modules(Member(Member(root, "values"), "root_module")).SelectMany(module => Items(module, "resources"))) Add(resource, Member(resource, "values"), default, default);
        var references = new PlanReferences(Member(root, "configuration"));
        var domains = planned.Where(resource => resource.Type == TerraformMappings.CustomDomain).ToList();
        var resources = planned.Where(resource => TerraformMappings.Of(resource.Type) is not null).Select(resource => Scanned(resource, domains, references));
        var uncovered = planned.Where(resource => TerraformMappings.IsAzure(resource.Type) && resource.Type != TerraformMappings.CustomDomain && TerraformMappings.Of(resource.Type) is null)
            .GroupBy(resource => resource.Type, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => DiagnosticCatalog.TerraformTypeNotCovered(group.First().Location, group.Key, group.Count()));
        return new([.. resources], [.. uncovered], 0);
    }

    // What is read (data sources) is not deployed, and what is deleted is gone.
    private void AddChange(JsonElement item)
    {
        var change = Member(item, "change");
        var actions = Items(change, "actions").Select(action => action.GetString()).ToList();
        if (actions is ["delete"] or ["read"] or ["forget"] || Member(change, "after").ValueKind != JsonValueKind.Object) return;
        Add(item, Member(change, "after"), Member(change, "after_unknown"), Member(change, "after_sensitive"));
    }

    private void Add(JsonElement item, JsonElement after, JsonElement unknown, JsonElement sensitive)
    {
        if (Text(item, "mode") is "data") return;
        var address = Text(item, "address");
        if (PlanValues.Merge(address, after, unknown, sensitive) is ObjectValue values)
            planned.Add(new(address, Text(item, "type"), new PlanBlock(values), new SourceLocation(file, new TextSpan(LineOf(item), 1, 1), address)));
    }

    private static ScannedResource Scanned(PlannedResource resource, IEnumerable<PlannedResource> domains, PlanReferences references)
    {
        var mapped = TerraformMappings.Of(resource.Type)?.Invoke(resource) ?? PolicyValueReader.Object();
        var utf8 = PolicyValueWriter.ToUtf8(CustomDomains.AddTo(mapped, resource, domains, references));
        var header = ResourceHeader.Read(utf8.Span);
        return new(utf8, header, new ResourceOrigin(resource.Location), IsPlanned: true)
        {
            Label = header.Id.Length > 0 ? header.Id : resource.Address,
            IsPatch = resource.Type == TerraformMappings.Update,
        };
    }

    // Resources come in the order of the text, so that each line is counted once.
    private int LineOf(JsonElement item)
    {
        var span = text.Span;
        if (!span.Overlaps(JsonMarshal.GetRawUtf8Value(item), out var at) || at < offset) return line;
        line += span[offset..at].Count((byte)'\n');
        offset = at;
        return line;
    }

    private static IEnumerable<JsonElement> Modules(JsonElement module) => [module, .. Items(module, "child_modules").SelectMany(Modules)];

    private static JsonElement Member(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
