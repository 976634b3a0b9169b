using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The members that definitions and initiatives share, from a document that is wrapped (<c>{name, properties}</c>) or not.</summary>
internal sealed class DocumentMembers
{
    private static readonly string[] Keywords =
        ["properties", "displayName", "description", "mode", "metadata", "parameters", "policyRule", "policyDefinitions", "policyDefinitionGroups"];

    private readonly DocumentReader document;
    private readonly JObject root;
    private readonly Dictionary<string, JProperty> members;

    public DocumentMembers(DocumentReader document, JObject root)
    {
        this.document = document;
        this.root = root;
        members = document.Members(root, IsKeyword);
        if (!members.TryGetValue("properties", out var properties) || document.Object(properties.Value, "'properties'") is not { } inner) return;
        foreach (var (key, member) in document.Members(inner, IsKeyword))
        {
            if (members.TryAdd(key, member)) continue;
            if (IsKeyword(key)) document.Report(DiagnosticCatalog.DuplicateKey(document.At(member), member.Name));
        }
    }

    public string Name => document.OptionalText(members, "name") ?? "";

    public string? DisplayName => document.OptionalText(members, "displayName");

    public string? Description => document.OptionalText(members, "description");

    public string? Mode => document.OptionalText(members, "mode");

    public SourceLocation Location => document.At(root);

    public JToken? this[string key] => members.GetValueOrDefault(key)?.Value;

    public ObjectValue Metadata() =>
        this["metadata"] is { Type: not JTokenType.Null } token && document.Object(token, "'metadata'") is { } item && PolicyValueReader.FromToken(item) is ObjectValue value
            ? value
            : PolicyValueReader.Object();

    public string? Version(ObjectValue metadata) => document.OptionalText(members, "version") ?? (metadata["version"] as TextValue)?.Value;

    /// <summary>The member; reports its absence.</summary>
    public JToken? Required(string key, string owner)
    {
        if (this[key] is { } token) return token;
        document.Report(DiagnosticCatalog.KeyMissing(Location, owner, key));
        return null;
    }

    private static bool IsKeyword(string key) => Keywords.Contains(key, StringComparer.OrdinalIgnoreCase);
}
