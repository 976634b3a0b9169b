using System.Globalization;
using System.Text;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Bicep;

/// <summary>
/// Writes values as Bicep literals, the way people format them. A text that starts with <c>[</c> needs no care: Bicep escapes it when it compiles, so that a policy's
/// expressions reach Azure Policy as they are written.
/// </summary>
internal static class BicepLiteral
{
    /// <summary>The literal.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">How deep it stands; the first line is not indented.</param>
    /// <param name="expressionOf">The expression that stands for a text, such as a reference to a resource; null for the text itself.</param>
    public static string Of(PolicyValue value, int indent, Func<string, string?> expressionOf) => value switch
    {
        ObjectValue { Properties.IsEmpty: true } => "{}",
        ObjectValue item => Block("{", "}", indent, item.Properties.Where(property => property.Value is not UndefinedValue).Select(property => $"{Key(property.Key)}: {Of(property.Value, indent + 1, expressionOf)}")),
        ArrayValue { Items.IsEmpty: true } => "[]",
        ArrayValue items => Block("[", "]", indent, items.Items.Select(member => Of(member, indent + 1, expressionOf))),
        TextValue text => expressionOf(text.Value) ?? Text(text.Value),
        BooleanValue flag => flag.Value ? "true" : "false",
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),

        // Bicep has no literal for a number with a fraction.
        FloatValue => $"json({Text(PolicyValueWriter.ToCompactJson(value))})",
        _ => "null",
    };

    /// <summary>A text in quotes.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder("'");
        for (var i = 0; i < text.Length; i++)
        {
            quoted.Append(text[i] switch
            {
                '\\' => @"\\",
                '\'' => @"\'",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                '$' when i + 1 < text.Length && text[i + 1] == '{' => @"\$",
                var character when char.IsControl(character) => string.Create(CultureInfo.InvariantCulture, $"\\u{{{(int)character:x}}}"),
                var character => character.ToString(),
            });
        }

        return quoted.Append('\'').ToString();
    }

    private static string Key(string key) => key.Length > 0 && (char.IsAsciiLetter(key[0]) || key[0] == '_') && key.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? key : Text(key);

    private static string Block(string open, string close, int indent, IEnumerable<string> lines)
    {
        var inner = new string(' ', 2 * (indent + 1));
        return $"{open}\n{string.Concat(lines.Select(line => $"{inner}{line}\n"))}{new string(' ', 2 * indent)}{close}";
    }
}
