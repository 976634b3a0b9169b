using Newtonsoft.Json.Linq;

namespace Plumbline.Generation.Definitions;

/// <summary>The document around a policy rule.</summary>
internal sealed record DefinitionDocument(string Name, string DisplayName, string Description, JObject Metadata)
{
    /// <summary>The whole document, its keys in the order of Azure's own definitions.</summary>
    public GeneratedDefinition Build(string mode, JObject parameters, JToken rule) => new(Name, new JObject(
        new JProperty("name", Name),
        new JProperty("type", "Microsoft.Authorization/policyDefinitions"),
        new JProperty("properties", new JObject(
            new JProperty("displayName", DisplayName),
            new JProperty("policyType", "Custom"),
            new JProperty("mode", mode),
            new JProperty("description", Description),
            new JProperty("metadata", Metadata),
            new JProperty("parameters", parameters),
            new JProperty("policyRule", rule)))));
}
