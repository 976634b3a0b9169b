using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;

namespace Plumbline.Scan.Policies;

/// <summary>Reads definitions, initiatives and assignments, and tells them apart.</summary>
public static class PolicyDocumentReader
{
    /// <summary>The document; neither a value nor an error when the text is no document of Azure Policy.</summary>
    public static ParseResult<PolicyDocument> Read(SourceText source)
    {
        var (root, diagnostics) = PositionedJson.Parse(source);
        if (root is null) return new(null, diagnostics);
        var properties = Member(root, "properties") as JObject ?? root;
        if (Member(properties, "policyRule") is not null) return Definition(source, root);
        if (Member(properties, "policyDefinitions") is not null) return Of(PolicyParser.ParseSetDefinition(source), set => new(source.File, IdOf(root), null, set, null, ScopeReads.None));
        return Member(properties, "policyDefinitionId") is not null
            ? Of(AssignmentDocuments.ParseAssignment(source), assignment => new(source.File, IdOf(root), null, null, assignment, ScopeReads.None))
            : new(null, []);
    }

    private static ParseResult<PolicyDocument> Definition(SourceText source, JObject root) =>
        Of(PolicyParser.ParseDefinition(source), definition => new(source.File, IdOf(root), definition, null, null, ScopeReads.Of(root)));

    private static ParseResult<PolicyDocument> Of<T>(ParseResult<T> parsed, Func<T, PolicyDocument> make)
        where T : class => new(parsed.Value is { } value ? make(value) : null, parsed.Diagnostics);

    private static string IdOf(JObject root) => Member(root, "id") is JValue { Value: string id } ? id : "";

    private static JToken? Member(JObject item, string name) => item.GetValue(name, StringComparison.OrdinalIgnoreCase);
}
