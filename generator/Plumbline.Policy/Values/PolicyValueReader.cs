using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Values;

/// <summary>Turns JSON of either library into <see cref="PolicyValue"/>s. Text stays text: nothing is read as a date.</summary>
public static class PolicyValueReader
{
    // Twice what any Azure Policy limit allows (object depth 128), so that conversion never overflows the stack.
    private const int MaximumDepth = 2048;

    /// <summary>Converts a System.Text.Json element: resources, policy states, wire traffic.</summary>
    /// <exception cref="ArgumentException">The element is nested deeper than 2,048 levels.</exception>
    public static PolicyValue FromElement(JsonElement element) => FromElement(element, 0);

    /// <summary>Converts a Newtonsoft.Json token: definitions, initiatives and other documents that an author edits.</summary>
    /// <exception cref="ArgumentException">The token is nested deeper than 2,048 levels.</exception>
    public static PolicyValue FromToken(JToken token) => FromToken(token, 0);

    /// <summary>An object with these properties, in this order.</summary>
    public static ObjectValue Object(params (string Name, PolicyValue Value)[] properties) =>
        new([.. properties.Select(property => KeyValuePair.Create(property.Name, property.Value))]);

    private static PolicyValue FromElement(JsonElement element, int depth) => element.ValueKind switch
    {
        JsonValueKind.Object => ObjectOf(element, Next(depth)),
        JsonValueKind.Array => ArrayOf(element, Next(depth)),
        JsonValueKind.String => new TextValue(TextOf(element)),
        JsonValueKind.Number => element.TryGetInt64(out var integer) ? new IntegerValue(integer) : Float(element.GetDouble()),
        JsonValueKind.True => new BooleanValue(true),
        JsonValueKind.False => new BooleanValue(false),
        JsonValueKind.Null => NullValue.Instance,
        _ => UndefinedValue.Instance,
    };

    private static PolicyValue FromToken(JToken token, int depth) => token.Type switch
    {
        JTokenType.Object => ObjectOf((JObject)token, Next(depth)),
        JTokenType.Array => ArrayOf((JArray)token, Next(depth)),
        JTokenType.Integer => Integer((JValue)token),
        JTokenType.Float => Float(token.Value<double>()),
        JTokenType.Boolean => new BooleanValue(token.Value<bool>()),
        JTokenType.Null => NullValue.Instance,
        JTokenType.Undefined or JTokenType.None => UndefinedValue.Instance,
        JTokenType.Date => new TextValue(token.ToString(Formatting.None).Trim('"')),
        _ => new TextValue(token.Value<string>() ?? string.Empty),
    };

    // Plain loops: two small stack frames a level, so that the deepest value fits the smallest stack of a thread.
    private static ObjectValue ObjectOf(JsonElement element, int depth)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>();
        foreach (var property in element.EnumerateObject()) properties.Add(KeyValuePair.Create(NameOf(property), FromElement(property.Value, depth)));
        return new ObjectValue(properties.DrainToImmutable());
    }

    private static ArrayValue ArrayOf(JsonElement element, int depth)
    {
        var items = ImmutableArray.CreateBuilder<PolicyValue>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray()) items.Add(FromElement(item, depth));
        return new ArrayValue(items.DrainToImmutable());
    }

    private static ObjectValue ObjectOf(JObject token, int depth)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>(token.Count);
        foreach (var property in token.Properties()) properties.Add(KeyValuePair.Create(property.Name, FromToken(property.Value, depth)));
        return new ObjectValue(properties.DrainToImmutable());
    }

    private static ArrayValue ArrayOf(JArray token, int depth)
    {
        var items = ImmutableArray.CreateBuilder<PolicyValue>(token.Count);
        foreach (var item in token) items.Add(FromToken(item, depth));
        return new ArrayValue(items.DrainToImmutable());
    }

    private static int Next(int depth) =>
        depth < MaximumDepth ? depth + 1 : throw new ArgumentException($"The value is nested deeper than {MaximumDepth} levels.");

    private static PolicyValue Integer(JValue token) => token.Value switch
    {
        BigInteger big => Float((double)big),
        ulong unsigned when unsigned > long.MaxValue => Float(unsigned),
        var value => new IntegerValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    // A number beyond the range of a double (1e999) is legal JSON and would not be writable as infinity.
    internal static FloatValue Float(double value) => new(double.IsFinite(value) ? value : Math.CopySign(double.MaxValue, value));

    // A lone surrogate escape is legal JSON that System.Text.Json refuses to decode; Newtonsoft.Json puts U+FFFD instead.
    private static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return Lenient(element.GetRawText());
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Lenient($"\"{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property))}\"");
        }
    }

    private static string Lenient(string quoted)
    {
        using var reader = new JsonTextReader(new StringReader(quoted));
        return reader.ReadAsString() ?? string.Empty;
    }
}
