using System.Runtime.CompilerServices;
using System.Text.Json;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Batch;

/// <summary>Answers the requests of <c>aliases normalize --batch</c> and <c>aliases denormalize --batch</c>: a resource or an error, never an exception.</summary>
/// <param name="load">Finds a catalogue by name or path.</param>
internal sealed class AliasBatch(Func<string, ParseResult<AliasTable>> load)
{
    private readonly ConditionalWeakTable<AliasTable, AliasNormalizer> normalizers = [];

    /// <summary>Writes <c>{"id","resource"}</c> with the flat form of the request's resource, or <c>{"id","error"}</c>.</summary>
    public void Normalize(JsonElement request, Utf8JsonWriter answer) => Answer(request, answer, (normalizer, resource, version) => normalizer.Normalize(resource, version));

    /// <summary>Writes <c>{"id","resource"}</c> with the resource as ARM returns it, or <c>{"id","error"}</c>.</summary>
    public void Denormalize(JsonElement request, Utf8JsonWriter answer) => Answer(request, answer, (normalizer, resource, version) => normalizer.Denormalize(resource, version));

    private void Answer(JsonElement request, Utf8JsonWriter answer, Func<AliasNormalizer, PolicyValue, string?, PolicyValue> convert)
    {
        var (value, error) = Convert(request, convert);
        answer.WriteStartObject();
        answer.WritePropertyName("id");
        if (Member(request, "id") is { } id) PolicyValueWriter.WriteTo(answer, PolicyValueReader.FromElement(id));
        else answer.WriteNullValue();
        if (error is not null) answer.WriteString("error", error);
        if (value is not null) answer.WritePropertyName("resource");
        if (value is not null) PolicyValueWriter.WriteTo(answer, value);
        answer.WriteEndObject();
    }

    private (PolicyValue? Value, string? Error) Convert(JsonElement request, Func<AliasNormalizer, PolicyValue, string?, PolicyValue> convert)
    {
        if (request.ValueKind != JsonValueKind.Object) return (null, "the request is not an object");
        if (Member(request, "resource") is not { } resource) return (null, "the request has no 'resource'");
        if (!TryText(request, "aliases", out var catalogue)) return (null, "'aliases' is neither 'default' nor 'none' nor a path");
        if (!TryText(request, "apiVersion", out var apiVersion)) return (null, "'apiVersion' is not a text");
        var aliases = load(catalogue ?? "default");
        if (aliases.Value is null) return (null, string.Join("; ", aliases.Diagnostics.Where(problem => problem.IsError).Select(problem => $"{problem.Location.File}: {problem.Message}")));
        try
        {
            return (convert(normalizers.GetValue(aliases.Value, table => new AliasNormalizer(table)), PolicyValueReader.FromElement(resource), apiVersion), null);
        }
        catch (ArgumentException exception)
        {
            return (null, exception.Message);
        }
    }

    private static JsonElement? Member(JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var value) ? value : null;

    private static bool TryText(JsonElement request, string name, out string? text)
    {
        text = null;
        if (Member(request, name) is not { } value || value.ValueKind == JsonValueKind.Null) return true;
        text = (PolicyValueReader.FromElement(value) as TextValue)?.Value;
        return text is not null;
    }
}
