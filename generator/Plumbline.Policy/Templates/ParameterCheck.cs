using System.Globalization;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Checks values against the types that a template declares.</summary>
/// <param name="subject"><c>template parameter</c> or <c>template output</c>.</param>
/// <param name="definitions">The types that the template defines.</param>
internal sealed class ParameterCheck(string subject, ObjectValue definitions)
{
    private const int DeepestMember = 32;
    private const string Syntax = "Please see https://aka.ms/arm-syntax-parameters for usage details.";

    /// <summary>What is wrong with a value, as ARM's template engine words it; null when nothing is.</summary>
    public string? Problem(string path, PolicyValue value, ParameterType type) => Problem(path, value, type, 0);

    private string? Problem(string path, PolicyValue value, ParameterType type, int depth)
    {
        if (value is NullValue && type.IsNullable) return null;
        if (!IsOfType(value, type))
            return $"The provided value for the {subject} '{path}' is not valid. Expected a value of type '{type.JsonName}', but received a value of type '{JsonName(value)}'. Please see https://aka.ms/arm-create-parameter-file for usage details.";
        return NotAllowed(path, value, type) ?? OutOfBounds(path, value, type.Declaration) ?? (depth < DeepestMember ? Members(path, value, type.Declaration, depth) : null);
    }

    private string? NotAllowed(string path, PolicyValue value, ParameterType type)
    {
        if (type.Declaration["allowedValues"] is not ArrayValue allowed || allowed.Items.Any(item => IsAmong(value, item))) return null;
        // Of an array, every member may be one of the allowed values.
        if (value is ArrayValue given && given.Items.All(member => allowed.Items.Any(item => IsAmong(member, item)))) return null;
        var shown = type.IsSecure ? "" : $"The value '{Shown(value)}' is not part of the allowed value(s): '{string.Join(",", allowed.Items.Select(Shown))}'.";
        return $"The provided value for the {subject} '{path}' is not valid. {shown}".TrimEnd();
    }

    private static bool IsAmong(PolicyValue value, PolicyValue allowed) => (value, allowed) switch
    {
        (TextValue left, TextValue right) => ResourceIds.Is(left.Value, right.Value),
        _ => DeepEquality.Comparer.Equals(value, allowed),
    };

    private string? OutOfBounds(string path, PolicyValue value, ObjectValue declaration)
    {
        long? length = value switch { TextValue text => text.Value.Length, ArrayValue array => array.Items.Length, _ => null };
        var reason = (length, value) switch
        {
            ({ } size, _) when declaration["minLength"] is IntegerValue least && size < least.Value => $"Length of the value should be greater than or equal to '{least.Value}'",
            ({ } size, _) when declaration["maxLength"] is IntegerValue most && size > most.Value => $"Length of the value should be less than or equal to '{most.Value}'",
            (_, IntegerValue number) when declaration["minValue"] is IntegerValue least && number.Value < least.Value => $"Value should be greater than or equal to '{least.Value}'",
            (_, IntegerValue number) when declaration["maxValue"] is IntegerValue most && number.Value > most.Value => $"Value should be less than or equal to '{most.Value}'",
            _ => null,
        };
        return reason is null ? null : $"The provided value for the {subject} '{path}' is not valid. {reason}. {Syntax}";
    }

    private string? Members(string path, PolicyValue value, ObjectValue declaration, int depth) => value switch
    {
        ObjectValue item when declaration["properties"] is ObjectValue properties => properties.Properties
            .Select(property => property.Value is ObjectValue declared ? Member($"{path}.{property.Key}", item[property.Key], declared, depth) : null)
            .FirstOrDefault(problem => problem is not null),
        ArrayValue array when declaration["items"] is ObjectValue declared => array.Items
            .Select((member, index) => Member(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), member, declared, depth))
            .FirstOrDefault(problem => problem is not null),
        _ => null,
    };

    private string? Member(string path, PolicyValue value, ObjectValue declaration, int depth)
    {
        if (ParameterType.Read(declaration, definitions) is not { } type) return null;
        if (value is not UndefinedValue) return Problem(path, value, type, depth + 1);
        return type.IsNullable ? null : $"The provided value for the {subject} '{path}' is not valid. Expected a value of type '{type.JsonName}', but received a value of type 'Undefined'. Please see https://aka.ms/arm-create-parameter-file for usage details.";
    }

    private static bool IsOfType(PolicyValue value, ParameterType type) => type.JsonName switch
    {
        "Integer" => value is IntegerValue,
        "Boolean" => value is BooleanValue,
        "Object" => value is ObjectValue,
        "Array" => value is ArrayValue,
        _ => value is TextValue,
    };

    private static string JsonName(PolicyValue value) => value switch
    {
        TextValue => "String",
        IntegerValue => "Integer",
        FloatValue => "Float",
        BooleanValue => "Boolean",
        ArrayValue => "Array",
        ObjectValue => "Object",
        _ => "Null",
    };

    private static string Shown(PolicyValue value) => ValueKinds.ToText(value) ?? "";
}
