using System.Globalization;
using System.Text;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Terraform;

/// <summary>Writes values as HCL literals, the way <c>terraform fmt</c> has them.</summary>
internal static class HclLiteral
{
    /// <summary>The literal.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">How deep it stands; the first line is not indented.</param>
    /// <param name="expressionOf">The expression that stands for a text, such as a reference to a resource; null for the text itself.</param>
    public static string Of(PolicyValue value, int indent, Func<string, string?> expressionOf) => value switch
    {
        ObjectValue { Properties.IsEmpty: true } => "{}",
        ObjectValue item => Block("{", "}", indent, item.Properties.Where(property => property.Value is not UndefinedValue).Select(property => $"{Text(property.Key)} = {Of(property.Value, indent + 1, expressionOf)}")),
        ArrayValue { Items.IsEmpty: true } => "[]",
        ArrayValue items => Block("[", "]", indent, items.Items.Select(member => $"{Of(member, indent + 1, expressionOf)},")),
        TextValue text => expressionOf(text.Value) ?? Text(text.Value),
        BooleanValue flag => flag.Value ? "true" : "false",
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue => PolicyValueWriter.ToCompactJson(value),
        _ => "null",
    };

    /// <summary>A text in quotes. <c>${</c> and <c>%{</c> would be templates, and are doubled.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            quoted.Append(text[i] switch
            {
                '\\' => @"\\",
                '"' => "\\\"",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => new string(text[i], 2),
                var character when char.IsControl(character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                var character => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static string Block(string open, string close, int indent, IEnumerable<string> lines)
    {
        var inner = new string(' ', 2 * (indent + 1));
        return $"{open}\n{string.Concat(lines.Select(line => $"{inner}{line}\n"))}{new string(' ', 2 * indent)}{close}";
    }
}
