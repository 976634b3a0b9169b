using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>An object of a file that knows which of its keys were read, so that the others can be reported.</summary>
internal sealed class EpacObject(string file, JObject json, ImmutableArray<Diagnostic>.Builder problems)
{
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase) { "$schema" };

    /// <summary>Where it stands.</summary>
    public SourceLocation At => PositionedJson.LocationOf(file, json);

    /// <summary>Where a key stands; the object when it is missing.</summary>
    public SourceLocation AtOf(string key) => Property(key) is { } property ? PositionedJson.LocationOf(file, property) : At;

    /// <summary>Whether a key is there; it counts as read.</summary>
    public bool Has(string key) => Token(key) is not null;

    /// <summary>Whether a key has an object.</summary>
    public bool IsObject(string key) => Token(key) is JObject;

    /// <summary>Whether a key has a list.</summary>
    public bool IsList(string key) => Token(key) is JArray;

    /// <summary>The first of these keys that has a text; null when none has.</summary>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        string? found = null;
        foreach (var key in keys)
        {
            if (Token(key) is not { } token) continue;
            if (token.Type is JTokenType.String or JTokenType.Date) found ??= (string?)token;
            else Wrong(key, "a text");
        }

        return found;
    }

    /// <summary>A truth value.</summary>
    public bool? Truth(string key)
    {
        if (Token(key) is not { } token) return null;
        if (token.Type == JTokenType.Boolean) return (bool)token;
        Wrong(key, "true or false");
        return null;
    }

    /// <summary>A list of texts; one text alone is taken for a list of one.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        switch (Token(key))
        {
            case null: return [];
            case JValue { Type: JTokenType.String } one: return [(string?)one ?? ""];
            case JArray list when list.All(item => item.Type == JTokenType.String): return [.. list.Select(item => (string?)item ?? "")];
            default: Wrong(key, "a list of texts"); return [];
        }
    }

    /// <summary>Whatever a key has; no value when it is missing or null.</summary>
    public PolicyValue Any(string key) => Token(key) is { } token ? PolicyValueReader.FromToken(token) : UndefinedValue.Instance;

    /// <summary>An object as a value, whatever is in it.</summary>
    public ObjectValue? Value(string key)
    {
        if (Token(key) is not { } token) return null;
        if (token is JObject) return PolicyValueReader.FromToken(token) as ObjectValue;
        Wrong(key, "an object");
        return null;
    }

    /// <summary>An object to be read key by key.</summary>
    public EpacObject? Object(string key)
    {
        if (Token(key) is not { } token) return null;
        if (token is JObject item) return new(file, item, problems);
        Wrong(key, "an object");
        return null;
    }

    /// <summary>A list of objects; one object alone is taken for a list of one.</summary>
    public ImmutableArray<EpacObject> Objects(string key)
    {
        switch (Token(key))
        {
            case null: return [];
            case JObject one: return [new(file, one, problems)];
            case JArray list when list.All(item => item is JObject): return [.. list.OfType<JObject>().Select(item => new EpacObject(file, item, problems))];
            default: Wrong(key, "a list of objects"); return [];
        }
    }

    /// <summary>The object itself as a value; all its keys count as read.</summary>
    public ObjectValue Whole()
    {
        foreach (var property in json.Properties()) asked.Add(property.Name);
        return PolicyValueReader.FromToken(json) as ObjectValue ?? new ObjectValue([]);
    }

    /// <summary>The keys, in the order of the text.</summary>
    public ImmutableArray<string> Keys => [.. json.Properties().Select(property => property.Name)];

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var property in json.Properties().Where(property => !asked.Contains(property.Name)))
            problems.Add(DiagnosticCatalog.ImportKeyIgnored(PositionedJson.LocationOf(file, property), property.Name, NearestName.Find(property.Name, asked.Order(StringComparer.Ordinal))));
    }

    /// <summary>Reports that a key has a value of the wrong kind.</summary>
    public void Wrong(string key, string expected) => problems.Add(DiagnosticCatalog.ImportValueInvalid(AtOf(key), $"'{key}'", expected));

    // PowerShell looks keys up without regard to case, so EPAC does. Null means nothing to it.
    private JToken? Token(string key)
    {
        asked.Add(key);
        return Property(key)?.Value is { Type: not JTokenType.Null } value ? value : null;
    }

    private JProperty? Property(string key) =>
        json.Property(key, StringComparison.Ordinal) ?? json.Property(key, StringComparison.OrdinalIgnoreCase);
}
