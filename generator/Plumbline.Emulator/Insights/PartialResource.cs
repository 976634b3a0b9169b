using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Insights;

/// <summary>
/// A resource that is known in part: every field that a rule reads and that is pending, or that the content does not have, holds a text that the engine
/// knows to stand for an unknown value. Immutable; each change gives another document.
/// </summary>
internal sealed class PartialResource
{
    /// <summary>Stands for a value that is not known.</summary>
    public const string Unknown = "[pending()]";

    /// <summary>Stands for a value that is there and is not known.</summary>
    public const string Present = "[sensitive('pending')]";

    private const string UnknownName = "pending";
    private readonly JsonObject document;

    private PartialResource(JsonObject document) => this.document = document;

    /// <summary>The id that the resource would have.</summary>
    public string Id => document.Text("id") ?? string.Empty;

    /// <summary>The resource of a request.</summary>
    /// <param name="request">What is known.</param>
    /// <param name="read">The fields that rules read.</param>
    public static PartialResource Of(RestrictionRequest request, IEnumerable<FieldPath> read)
    {
        var document = (JsonObject)request.Content.DeepClone();
        var pending = request.Pending.Select(field => FieldPath.Of(field.Field, request.ApiVersion)).OfType<FieldPath>().ToList();
        foreach (var field in pending) Remove(document, field.Steps);

        // The shorter path first: below an unknown value everything is unknown.
        foreach (var field in read.Concat(pending).OrderBy(field => field.Steps.Length))
        {
            if (Find(document, field.Steps) is null) Set(document, field.Steps, JsonValue.Create(Unknown));
        }

        document["id"] = IdOf(request.Scope, document.Text("type"), document.Text("name"));
        return new PartialResource(document);
    }

    /// <summary>With a value in a field.</summary>
    public JsonObject With(FieldPath field, JsonNode? value)
    {
        var copy = Without(field);
        Set(copy, field.Steps, value?.DeepClone());
        return copy;
    }

    /// <summary>With nothing in a field.</summary>
    public JsonObject Without(FieldPath field)
    {
        var copy = Document();
        for (var length = 1; length < field.Steps.Length; length++)
        {
            var above = field.Steps[..length];
            if (Find(copy, above) is JsonValue value && value.ToString() == Unknown) Set(copy, above, new JsonObject());
        }

        Remove(copy, field.Steps);
        return copy;
    }

    /// <summary>As it is.</summary>
    public JsonObject Document() => (JsonObject)document.DeepClone();

    // A child stands in its parent when that is the scope; else all names that are not given are made up.
    private static string IdOf(ResourceId scope, string? type, string? name)
    {
        var types = (type is null or Unknown ? "Microsoft.Pending/pending" : type).Split('/');
        var names = (name is null or Unknown ? UnknownName : name).Split('/');
        if (types.Length > 2 && scope.Is(string.Join('/', types[..^1]))) return $"{scope.Text}/{types[^1]}/{names[^1]}";
        return types.Skip(1).Select((part, index) => $"/{part}/{(index < names.Length ? names[index] : UnknownName)}").Aggregate($"{scope.Text}/providers/{types[0]}", string.Concat);
    }

    private static JsonNode? Find(JsonObject document, ImmutableArray<string> steps)
    {
        JsonNode? at = document;
        foreach (var step in steps)
        {
            if (at is not JsonObject parent) return at;
            at = KeyOf(parent, step) is { } key ? parent[key] : null;
        }

        return at;
    }

    private static void Set(JsonObject document, ImmutableArray<string> steps, JsonNode? value)
    {
        var parent = document;
        foreach (var step in steps.AsSpan()[..^1])
        {
            var key = KeyOf(parent, step) ?? step;
            if (parent[key] is null) parent[key] = new JsonObject();
            if (parent[key] is not JsonObject child) return;
            parent = child;
        }

        parent[KeyOf(parent, steps[^1]) ?? steps[^1]] = value;
    }

    private static void Remove(JsonObject document, ImmutableArray<string> steps)
    {
        if (Find(document, steps[..^1]) is JsonObject parent && KeyOf(parent, steps[^1]) is { } key) parent.Remove(key);
    }

    private static string? KeyOf(JsonObject parent, string name) =>
        parent.Select(member => member.Key).FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase));
}
