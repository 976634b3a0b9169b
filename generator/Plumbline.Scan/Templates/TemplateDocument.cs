using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Scan.Templates;

/// <summary>
/// An ARM template with its resources marked, so that what the template engine makes of them can be told apart: each carries its number in <c>scale</c>, a property
/// that the engine hands through and no resource of today has.
/// </summary>
public sealed class TemplateDocument
{
    internal const string MarkerProperty = "scale";
    internal const string MarkerName = "plumbline";

    private readonly List<TemplateResource> resources = [];
    private readonly List<JObject> marked = [];

    private TemplateDocument(JObject root)
    {
        Visit(root, null);
        Resources = [.. resources];
        Parameters = TemplateParameters.Read(root);
        Scope = ScopeOf((string?)(root["$schema"] as JValue) ?? "");
        Marked = root.ToString(Formatting.None);
        foreach (var resource in marked) resource.Remove(MarkerProperty);
    }

    /// <summary>The declarations; the marker of each is its place in this list.</summary>
    public ImmutableArray<TemplateResource> Resources { get; }

    /// <summary>The declared parameters.</summary>
    public TemplateParameters Parameters { get; }

    /// <summary>What the template is deployed to.</summary>
    public TemplateScope Scope { get; }

    /// <summary>The template with the markers, as JSON.</summary>
    public string Marked { get; }

    /// <summary>Whether the text of a <c>$schema</c> is that of a template.</summary>
    public static bool IsTemplateSchema(string schema) => schema.Contains("deploymentTemplate.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a template.</summary>
    public static ParseResult<TemplateDocument> Read(SourceText source)
    {
        var (root, diagnostics) = PositionedJson.Parse(source);
        return new(root is null ? null : new TemplateDocument(root), diagnostics);
    }

    private static TemplateScope ScopeOf(string schema) =>
        schema.Contains("subscriptionDeployment", StringComparison.OrdinalIgnoreCase) ? TemplateScope.Subscription
        : schema.Contains("managementGroupDeployment", StringComparison.OrdinalIgnoreCase) ? TemplateScope.ManagementGroup
        : schema.Contains("tenantDeployment", StringComparison.OrdinalIgnoreCase) ? TemplateScope.Tenant
        : TemplateScope.ResourceGroup;

    private void Visit(JObject template, TemplateResource? deployment)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        VisitList(template["resources"], "", deployment, seen);
    }

    private void VisitList(JToken? list, string parentType, TemplateResource? deployment, Dictionary<string, int> seen)
    {
        var members = list switch
        {
            JArray array => array.OfType<JObject>().Select(item => ((string?)null, item)),
            JObject named => named.Properties().Where(property => property.Value is JObject).Select(property => ((string?)property.Name, (JObject)property.Value)),
            _ => [],
        };
        foreach (var (symbol, item) in members.ToList())
        {
            if (item["existing"] is JValue { Value: true }) continue;
            var type = TypeOf(item, parentType);
            var ordinal = seen[type] = seen.GetValueOrDefault(type, -1) + 1;
            var resource = new TemplateResource(item, type, symbol, ordinal, deployment);
            Mark(resource);
            VisitList(item["resources"], type, deployment, seen);
            if (item["properties"] is JObject properties && properties["template"] is JObject nested) Visit(nested, resource);
        }
    }

    private void Mark(TemplateResource resource)
    {
        if (!resource.Token.ContainsKey(MarkerProperty))
        {
            resource.Token[MarkerProperty] = new JObject { [MarkerName] = resources.Count.ToString(CultureInfo.InvariantCulture) };
            marked.Add(resource.Token);
        }

        resources.Add(resource);
    }

    // The type of a child goes on where that of its parent ends, unless it is written out.
    private static string TypeOf(JObject item, string parentType) =>
        item["type"] is not JValue { Value: string type } ? "" : parentType.Length == 0 || type.Contains('.', StringComparison.Ordinal) ? type : $"{parentType}/{type}";
}
