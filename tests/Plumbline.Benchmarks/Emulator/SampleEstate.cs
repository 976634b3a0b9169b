using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Benchmarks.Samples;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Policies;

namespace Plumbline.Benchmarks.Emulator;

/// <summary>The whole initiative of the checkout, assigned to one subscription, and resources in it: for the emulator as a state, for a scan as documents.</summary>
internal static class SampleEstate
{
    public const string Tenant = "99999999-8888-7777-6666-555555555555";
    public const string SubscriptionId = "11111111-2222-3333-4444-555555555555";
    public const string Scope = "/subscriptions/" + SubscriptionId;
    public const string Authorization = Scope + "/providers/Microsoft.Authorization";

    private const string Placeholder = "/providers/Microsoft.Management/managementGroups/placeholder";
    private const int ResourcesPerGroup = 1000;

    /// <summary>The definitions of the checkout, as a PUT sends them.</summary>
    public static IEnumerable<(string Id, string Body)> Definitions() => Checkout.JsonFiles("definitions").Select(file => Item("policyDefinitions", file));

    /// <summary>The initiatives of the checkout, with the subscription in place of the placeholder.</summary>
    public static IEnumerable<(string Id, string Body)> Initiatives() => Checkout.JsonFiles("initiative").Select(file => Item("policySetDefinitions", file));

    /// <summary>The assignments of all initiatives.</summary>
    public static IEnumerable<(string Id, string Body)> Assignments() => Initiatives().Select(set =>
        ($"{Authorization}/policyAssignments/{set.Id.Split('/')[^1]}", $$$"""{"properties":{"policyDefinitionId":"{{{set.Id}}}"}}"""));

    /// <summary>The built-in definitions that the initiatives refer to.</summary>
    public static IEnumerable<string> BuiltIns()
    {
        var used = Initiatives().SelectMany(set => JsonNode.Parse(set.Body)?["properties"]?["policyDefinitions"] as JsonArray ?? [])
            .Select(member => member?["policyDefinitionId"]?.ToString().Split('/')[^1]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Checkout.BuiltIns().Where(text => used.Contains(JsonNode.Parse(text)?["name"]?.ToString()));
    }

    /// <summary>A state with all of it.</summary>
    public static ArmState State(IEnumerable<byte[]> resources)
    {
        var groups = new HashSet<ResourceId>();
        var stored = resources.Select(Stored).ToList();
        foreach (var resource in stored)
        {
            for (var at = resource.Id; at is not null; at = at.Parent)
            {
                if (at.Is(ResourceTypes.ResourceGroup)) groups.Add(at);
            }
        }

        var policies = Definitions().Concat(Initiatives()).Concat(Assignments()).Select(item => ResourceDocument.Seed(Id(item.Id), Object(item.Body)))
            .Concat(BuiltIns().Select(text => Object(text)).Select(body => ResourceDocument.Seed(Id("/providers/Microsoft.Authorization/policyDefinitions/" + body["name"]), body)));
        return Seeds.Empty(Tenant, SubscriptionId).WithSaved([.. groups.Select(group => ScopeDocuments.ResourceGroup(group, "westeurope", null)), .. policies, .. stored]);
    }

    /// <summary>Resources made from the samples, each with an id of its own.</summary>
    public static IEnumerable<byte[]> Resources(int count)
    {
        var pool = SampleResources.Pool();
        var bodies = pool.Select(resource => Object(Encoding.UTF8.GetString(resource))).ToArray();
        for (var index = 0; index < count; index++)
        {
            var body = bodies[index % bodies.Length];
            body["id"] = IdOf($"{body["type"]}", index);
            body["name"] = Name(index);
            yield return Encoding.UTF8.GetBytes(body.ToJsonString());
        }
    }

    /// <summary>The same policies as a scan takes them.</summary>
    public static ImmutableArray<PolicyDocument> ScanDocuments() =>
        [.. Definitions().Concat(Initiatives()).Select(item => item.Body).Concat(BuiltIns()).Select(text => PolicyDocumentReader.Read(new SourceText("policy.json", text)).Value).OfType<PolicyDocument>()];

    private static (string Id, string Body) Item(string type, string file)
    {
        var body = Object(File.ReadAllText(file).Replace(Placeholder, Scope, StringComparison.Ordinal));
        var id = $"{Authorization}/{type}/{body["name"]}";
        body["id"] = id;
        return (id, body.ToJsonString());
    }

    private static StoredResource Stored(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var body = JsonElement.ParseValue(ref reader);
        return new StoredResource(Id(body.GetProperty("id").GetString() ?? ""), body);
    }

    // Nested types have the name of a parent in between.
    private static string IdOf(string type, int index)
    {
        var parts = type.Split('/');
        var names = parts[1..^1].Select(part => $"/{part}/parent").Append($"/{parts[^1]}/{Name(index)}");
        return string.Create(CultureInfo.InvariantCulture, $"{Scope}/resourceGroups/rg-{index / ResourcesPerGroup:000}/providers/{parts[0]}{string.Concat(names)}");
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"resource-{index:000000}");

    private static ResourceId Id(string text) => ResourceId.TryParse(text) ?? throw new FormatException($"'{text}' is no resource id.");

    private static JsonObject Object(string text) => JsonNode.Parse(text) as JsonObject ?? throw new FormatException("The text is no JSON object.");
}
