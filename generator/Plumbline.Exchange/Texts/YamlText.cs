using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Texts;

/// <summary>
/// YAML in the block style that people write. A text stands without quotes only where every reader of YAML 1.1 and 1.2 takes it for that text;
/// everywhere else it stands in double quotes with the escapes of JSON, which are YAML's too.
/// </summary>
internal static partial class YamlText
{
    /// <summary>The value as a document, with a final newline.</summary>
    public static string Of(ObjectValue value)
    {
        var text = new StringBuilder();
        Members(text, value, 0, isFirstInline: false);
        return text.ToString();
    }

    /// <summary>A text as a scalar on one line.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    private static void Members(StringBuilder text, ObjectValue value, int indent, bool isFirstInline)
    {
        foreach (var property in value.Properties)
        {
            if (!isFirstInline) text.Append(' ', indent);
            isFirstInline = false;
            text.Append(Scalar(property.Key)).Append(':');
            Value(text, property.Value, indent + 2);
        }
    }

    private static void Value(StringBuilder text, PolicyValue value, int indent)
    {
        switch (value)
        {
            case ObjectValue { Properties.IsEmpty: false } item:
                text.Append('\n');
                Members(text, item, indent, isFirstInline: false);
                break;
            case ArrayValue { Items.IsEmpty: false } list:
                text.Append('\n');
                Items(text, list, indent);
                break;
            default:
                text.Append(' ').Append(Leaf(value)).Append('\n');
                break;
        }
    }

    private static void Items(StringBuilder text, ArrayValue list, int indent)
    {
        foreach (var item in list.Items)
        {
            text.Append(' ', indent).Append('-');
            if (item is ObjectValue { Properties.IsEmpty: false } members)
            {
                text.Append(' ');
                Members(text, members, indent + 2, isFirstInline: true);
            }
            else
            {
                Value(text, item, indent + 2);
            }
        }
    }

    private static string Leaf(PolicyValue value) => value switch
    {
        TextValue item => Scalar(item.Value),
        IntegerValue item => item.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue item => item.Value ? "true" : "false",
        FloatValue => PolicyValueWriter.ToCompactJson(value),
        ObjectValue => "{}",
        ArrayValue => "[]",
        _ => "null",
    };

    private static bool IsPlain(string text) => Plain().IsMatch(text) && !Ambiguous().IsMatch(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var one in text)
        {
            if (one is '"' or '\\') quoted.Append('\\').Append(one);
            else if (one == '\n') quoted.Append("\\n");
            else if (one == '\t') quoted.Append("\\t");
            else if (one < ' ' || one is '\u007f' or '\u0085' or '\u00a0' or '\u2028' or '\u2029' or '\ufeff' || char.IsSurrogate(one) || (one > '\u007e' && one < '\u00a0')) Escape(quoted, one);
            else quoted.Append(one);
        }

        return quoted.Append('"').ToString();
    }

    private static void Escape(StringBuilder text, char one) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}");

    // Starts with a letter, a slash or an underscore; no character that means something to YAML, no blank at the end.
    [GeneratedRegex(@"\A[A-Za-z/_][A-Za-z0-9/_.@()+-]*(?: [A-Za-z0-9/_.@()+-]+)*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A(?:y|n|yes|no|on|off|true|false|null|nan|inf)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Ambiguous();
}
