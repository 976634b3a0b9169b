using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Emulator.Authoring;

/// <summary>The tenant's built-in policy definitions and initiatives.</summary>
internal static class BuiltIns
{
    // Packs have thousands, which were checked by whoever published them; what cannot be read then makes an error where it is used.
    private const int MostThatAreChecked = 100;

    /// <summary>With the built-ins added.</summary>
    /// <exception cref="EmulatorStartException">One is no policy definition or initiative.</exception>
    public static ArmState Add(ArmState state, ImmutableArray<SourceText> documents) => documents.IsEmpty
        ? state
        : state.WithSaved(PolicyVersions.Stored(documents.Select(document => Read(document, documents.Length <= MostThatAreChecked))));

    private static StoredResource Read(SourceText document, bool isChecked)
    {
        var body = Parse(document);
        var isSet = (body["properties"] as JsonObject)?.ContainsKey("policyDefinitions") == true;
        var type = isSet ? ResourceTypes.PolicySetDefinition : ResourceTypes.PolicyDefinition;
        if (body.Text("name") is not { Length: > 0 } name || ResourceId.TryParse($"/providers/{type}/{name}") is not { } id) throw Unusable(document, "it has no 'name'");
        if (body["properties"] is JsonObject properties && properties.Text("policyType") != "Static") properties["policyType"] = "BuiltIn";
        var stored = ResourceDocument.Seed(id, new JsonObject { ["properties"] = body["properties"]?.DeepClone() });
        if (!isChecked) return stored;
        var diagnostics = isSet ? ParsedPolicies.SetDefinition(stored).Diagnostics : ParsedPolicies.Definition(stored).Diagnostics;
        var problem = diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);
        return problem is null ? stored : throw Unusable(document, problem.Message);
    }

    private static JsonObject Parse(SourceText document)
    {
        try
        {
            return JsonNode.Parse(document.Text, documentOptions: Json.Strict) as JsonObject ?? throw Unusable(document, "it is not a JSON object");
        }
        catch (JsonException problem)
        {
            throw Unusable(document, problem.Message.TrimEnd('.'));
        }
    }

    private static EmulatorStartException Unusable(SourceText document, string reason) =>
        new($"The built-in '{document.File}' cannot be used: {reason}. Give the definition or initiative as ARM returns it.");
}
