using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Aliases;

/// <summary>Reads Azure's alias JSON in all its shapes. What cannot be read is told and left out; nothing is thrown.</summary>
internal sealed class AliasCatalogueReader
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };

    private readonly string file;
    private readonly List<Diagnostic> problems = [];
    private readonly OrderedDictionary<(string Type, string Name), Alias> aliases = new(OwnerComparer.Instance);
    private int pathless;

    private AliasCatalogueReader(string file) => this.file = file;

    public static ParseResult<AliasTable> Read(ReadOnlyMemory<byte> utf8Json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json.Span.StartsWith("\uFEFF"u8) ? utf8Json[3..] : utf8Json, Tolerant);
            return Read(document.RootElement, file);
        }
        catch (JsonException exception)
        {
            return new(null, [DiagnosticCatalog.AliasCatalogueNotJson(new SourceLocation(file, new TextSpan((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1)))]);
        }
    }

    public static ParseResult<AliasTable> Read(JsonElement catalogue, string file)
    {
        var reader = new AliasCatalogueReader(file);
        try
        {
            reader.OfDocument(catalogue);
            return reader.Result();
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json finds half a surrogate pair, or bytes that are no UTF-8, only when a text is asked for.
            return new(null, [DiagnosticCatalog.AliasCatalogueNotJson(new SourceLocation(file))]);
        }
    }

    private ParseResult<AliasTable> Result()
    {
        if (problems.Exists(problem => problem.IsError)) return new(null, [.. problems]);
        if (pathless > 0) problems.Add(DiagnosticCatalog.AliasesWithoutPath(new SourceLocation(file), pathless));
        if (aliases.Count == 0) problems.Add(DiagnosticCatalog.AliasCatalogueEmpty(new SourceLocation(file)));
        return new(AliasTable.Over(new AliasList([.. aliases.Select(entry => new OwnedAlias(entry.Key.Type, entry.Value))])), [.. problems]);
    }

    private void OfDocument(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) OfProviders(root, "$");
        else if (Member(root, "value") is { ValueKind: JsonValueKind.Array } value) OfProviders(value, "$.value");
        else if (IsProvider(root)) OfProvider(root, "$");
        else problems.Add(DiagnosticCatalog.NoAliasCatalogue(new SourceLocation(file, null, "$")));
    }

    private void OfProviders(JsonElement providers, string path)
    {
        var index = 0;
        foreach (var provider in providers.EnumerateArray())
        {
            var at = $"{path}[{index++}]";
            if (IsProvider(provider)) OfProvider(provider, at);
            else problems.Add(DiagnosticCatalog.NoAliasProvider(new SourceLocation(file, null, at)));
        }
    }

    // A data-plane manifest has its list under another name, in ARM's answer below 'properties'.
    private static bool IsProvider(JsonElement provider) => NamespaceOf(provider) is not null && TypesOf(provider) is not null;

    private static string? NamespaceOf(JsonElement provider) =>
        Text(provider, "namespace")
        ?? Text(provider, "dataNamespace")
        ?? Text(Member(provider, "properties"), "dataNamespace")
        ?? Text(Member(provider, "properties"), "policyMode")
        ?? (Text(provider, "id") is { } id ? id[(id.LastIndexOf('/') + 1)..] : null);

    private static (JsonElement List, bool IsManifest)? TypesOf(JsonElement provider)
    {
        if (Member(provider, "resourceTypes") is { ValueKind: JsonValueKind.Array } types) return (types, false);
        if (Member(provider, "resourceTypeAliases") is { ValueKind: JsonValueKind.Array } manifest) return (manifest, true);
        return Member(Member(provider, "properties"), "resourceTypeAliases") is { ValueKind: JsonValueKind.Array } wrapped ? (wrapped, true) : null;
    }

    private void OfProvider(JsonElement provider, string path)
    {
        if (NamespaceOf(provider) is not { } name || TypesOf(provider) is not var (list, isManifest)) return;
        var index = 0;
        foreach (var type in list.EnumerateArray())
        {
            var at = $"{path}.{(isManifest ? "resourceTypeAliases" : "resourceTypes")}[{index++}]";
            if (Text(type, "resourceType") is { Length: > 0 } resourceType) OfType(type, FullType(name, resourceType), isManifest);
            else problems.Add(DiagnosticCatalog.NoAliasProvider(new SourceLocation(file, null, at)));
        }
    }

    // The type is relative to the namespace; some manifests write it in full.
    private static string FullType(string providerNamespace, string type) =>
        AliasTable.NamespaceOf(type).Contains('.', StringComparison.Ordinal) ? type : $"{providerNamespace}/{type}";

    private void OfType(JsonElement type, string fullType, bool isManifest)
    {
        if (Member(type, "aliases") is not { ValueKind: JsonValueKind.Array } list) return;
        foreach (var element in list.EnumerateArray())
        {
            if (Text(element, "name") is not { Length: > 0 } name) continue;
            if (AliasElement.Read(element, name, isManifest) is not { } alias) pathless++;
            else aliases[(fullType, name)] = alias;
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) => AliasElement.Member(element, name);

    private static string? Text(JsonElement? element, string name) => AliasElement.Text(element, name);

    private sealed class OwnerComparer : IEqualityComparer<(string Type, string Name)>
    {
        public static OwnerComparer Instance { get; } = new();

        public bool Equals((string Type, string Name) x, (string Type, string Name) y) =>
            string.Equals(x.Type, y.Type, StringComparison.OrdinalIgnoreCase) && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Type, string Name) pair) =>
            HashCode.Combine(pair.Type.GetHashCode(StringComparison.OrdinalIgnoreCase), pair.Name.GetHashCode(StringComparison.OrdinalIgnoreCase));
    }
}
