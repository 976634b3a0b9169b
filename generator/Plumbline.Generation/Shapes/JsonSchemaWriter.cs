using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Plumbline.Generation.Shapes;

/// <summary>Writes a <see cref="Shape"/> as a JSON schema (draft 2020-12), for editors. Mappings and choices become definitions of their own.</summary>
public static class JsonSchemaWriter
{
    /// <summary>The schema of a whole document.</summary>
    public static JObject Write(ObjectShape root, string title)
    {
        var definitions = new SortedDictionary<string, JObject>(StringComparer.Ordinal);
        var schema = new JObject(
            new JProperty("$schema", "https://json-schema.org/draft/2020-12/schema"),
            new JProperty("title", title));
        foreach (var property in OfObject(root, definitions).Properties()) schema.Add(property.Name, property.Value);
        schema.Add("$defs", new JObject(definitions.Select(definition => new JProperty(definition.Key, definition.Value))));
        return schema;
    }

    private static JObject Of(Shape shape, SortedDictionary<string, JObject> definitions) => shape switch
    {
        TextShape text => OfText(text),
        IntegerShape integer => Typed("integer", integer, new JProperty("minimum", integer.Minimum), new JProperty("maximum", integer.Maximum)),
        NumberShape number => Typed("number", number, new JProperty("minimum", number.Minimum), new JProperty("maximum", number.Maximum)),
        BooleanShape => Typed("boolean", shape),
        AnyMappingShape => Typed("object", shape),
        ListShape list => Typed("array", list, [.. list.MayBeEmpty ? (JProperty[])[] : [new JProperty("minItems", 1)], new JProperty("items", Of(list.Item, definitions))]),
        OneOrMoreShape several => OfOneOrMore(several, definitions),
        ShortFormShape form => new JObject(
            new JProperty("description", form.Description),
            new JProperty("oneOf", new JArray(OfText(form.Short), Of(form.Full, definitions)))),
        NamedValuesShape named => Typed("object", named, new JProperty("additionalProperties", Of(named.Value, definitions))),
        ObjectShape known => Defined(known.Name, known.Description, definitions, () => OfObject(known, definitions)),
        ChoiceShape choice => Defined(choice.Name, choice.Description, definitions, () => OfChoice(choice, definitions)),
        _ => new JObject(new JProperty("description", shape.Description)),
    };

    private static JObject OfText(TextShape text)
    {
        var schema = Typed("string", text);
        if (!text.AllowedValues.IsEmpty) schema.Add("enum", new JArray(text.AllowedValues));
        else if (text.Pattern is { } pattern) schema.Add("pattern", pattern.Expression);
        else if (!text.MayBeBlank) schema.Add("minLength", 1);
        if (text.MaximumLength is { } maximum) schema.Add("maxLength", maximum);
        return schema;
    }

    private static JObject OfOneOrMore(OneOrMoreShape several, SortedDictionary<string, JObject> definitions) => new(
        new JProperty("description", several.Description),
        new JProperty("oneOf", new JArray(Of(several.Item, definitions), Of(new ListShape(several.Description, several.Item), definitions))));

    private static JObject OfObject(ObjectShape known, SortedDictionary<string, JObject> definitions)
    {
        var schema = Typed("object", known, new JProperty("additionalProperties", false));
        var required = known.Keys.Where(key => !key.IsOptional).Select(key => key.Name).ToImmutableArray();
        var dependent = known.Keys.Where(key => key.Needs is not null).Select(key => new JProperty(key.Name, new JArray(key.Needs ?? ""))).ToImmutableArray();
        if (!required.IsEmpty) schema.Add("required", new JArray(required));
        if (!dependent.IsEmpty) schema.Add("dependentRequired", new JObject(dependent));
        if (!known.ExactlyOneOf.IsEmpty) schema.Add("oneOf", new JArray(known.ExactlyOneOf.Select(key => new JObject(new JProperty("required", new JArray(key))))));
        if (!known.AtMostOneOf.IsEmpty) schema.Add("not", Together(known.AtMostOneOf));
        schema.Add("properties", new JObject(known.Keys.Select(key => new JProperty(key.Name, Of(key.Shape, definitions)))));
        return schema;
    }

    // True of a mapping in which two of the keys stand.
    private static JObject Together(ImmutableArray<string> keys) => new(new JProperty("anyOf", new JArray(
        from one in keys
        from other in keys
        where string.CompareOrdinal(one, other) < 0
        select new JObject(new JProperty("required", new JArray(one, other))))));

    private static JObject OfChoice(ChoiceShape choice, SortedDictionary<string, JObject> definitions) => new(
        new JProperty("description", choice.Description),
        new JProperty("oneOf", new JArray(choice.Variants.Select(variant => Of(variant.Shape, definitions)))));

    // INVARIANT: shapes of one name are the same shape, so the first one defines it.
    private static JObject Defined(string name, string description, SortedDictionary<string, JObject> definitions, Func<JObject> write)
    {
        var key = Key(name);
        if (!definitions.ContainsKey(key))
        {
            definitions.Add(key, []);
            definitions[key] = write();
        }

        return new JObject(new JProperty("$ref", $"#/$defs/{key}"), new JProperty("description", description));
    }

    // "a secure-state policy" is "secureStatePolicy".
    private static string Key(string name)
    {
        var words = name.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "a" or "an" or "the").ToList();
        return string.Concat(words.Take(1).Concat(words.Skip(1).Select(word => string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1)))));
    }

    private static JObject Typed(string type, Shape shape, params IEnumerable<JProperty> more) =>
        new([new JProperty("type", type), new JProperty("description", shape.Description), .. more]);
}
