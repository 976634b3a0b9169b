using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Insights;

/// <summary>
/// A control of a benchmark that groups of initiatives point at with <c>additionalMetadataId</c>. Those of Microsoft cloud security benchmark v1 are known; the service has
/// many more.
/// </summary>
/// <param name="Name">The name of the resource, such as <c>Azure_Security_Benchmark_v3.0_NS-1</c>.</param>
internal sealed record PolicyMetadata(string Name, string MetadataId, string Category, string Title, string Description, string Requirements)
{
    /// <summary>The type.</summary>
    public const string Type = "Microsoft.PolicyInsights/policyMetadata";

    /// <summary>All of them, in the order of their names.</summary>
    public static ImmutableArray<PolicyMetadata> All { get; } = Load();

    /// <summary>The one with a name (any case), or null.</summary>
    public static PolicyMetadata? Find(string name) => All.FirstOrDefault(metadata => string.Equals(metadata.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The resource; slim, as lists have it, without description and requirements.</summary>
    public JsonObject Document(bool isSlim)
    {
        var properties = new JsonObject
        {
            ["metadataId"] = MetadataId,
            ["category"] = Category,
            ["title"] = Title,
            ["owner"] = "Shared",
            ["additionalContentUrl"] = "https://learn.microsoft.com/security/benchmark/azure/overview",
            ["metadata"] = new JsonObject(),
        };
        if (!isSlim)
        {
            properties["description"] = Description;
            properties["requirements"] = Requirements;
        }

        return new JsonObject { ["id"] = $"/providers/{Type}/{Name}", ["type"] = Type, ["name"] = Name, ["properties"] = properties };
    }

    private static ImmutableArray<PolicyMetadata> Load()
    {
        using var stream = typeof(PolicyMetadata).Assembly.GetManifestResourceStream("policy-metadata.json")
            ?? throw new InvalidOperationException("The policy metadata are missing from the assembly.");
        using var document = JsonDocument.Parse(stream);
        var prefix = document.RootElement.Text("prefix");
        return
        [
            .. document.RootElement.GetProperty("controls").EnumerateArray()
                .Select(control => Read(control, prefix + control.Text("id")))
                .OrderBy(metadata => metadata.Name, StringComparer.Ordinal),
        ];
    }

    private static PolicyMetadata Read(JsonElement control, string name) => new(
        name,
        $"Microsoft cloud security benchmark {control.Text("id")}",
        control.Text("domain") ?? string.Empty,
        control.Text("title") ?? string.Empty,
        control.Text("principle") ?? string.Empty,
        control.Text("guidance") ?? string.Empty);
}
