using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Emulator.Authoring;

/// <summary>The tenant's built-in policy definitions.</summary>
internal static class BuiltIns
{
    /// <summary>Where they stand.</summary>
    public const string Prefix = "/providers/Microsoft.Authorization/policyDefinitions/";

    /// <summary>With the built-ins added.</summary>
    /// <exception cref="EmulatorStartException">One is no policy definition.</exception>
    public static ArmState Add(ArmState state, ImmutableArray<SourceText> documents) =>
        documents.Aggregate(state, (next, document) => PolicyVersions.Keep(next, Read(document)));

    private static StoredResource Read(SourceText document)
    {
        var body = Parse(document);
        if (body.Text("name") is not { Length: > 0 } name || ResourceId.TryParse(Prefix + name) is not { } id) throw Unusable(document, "it has no 'name'");
        if (body["properties"] is JsonObject properties) properties["policyType"] = "BuiltIn";
        var stored = ResourceDocument.Seed(id, body);
        var problem = ParsedPolicies.Definition(stored).Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);
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
        new($"The built-in definition '{document.File}' cannot be used: {reason}. Give the definition as ARM returns it.");
}
