using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Authoring;

/// <summary>Parameter values as a client gives them, held against the declarations.</summary>
internal static class ParameterValues
{
    /// <summary>The values of a <c>parameters</c> object (<c>{name:{value}}</c>), by name without regard to case.</summary>
    public static ImmutableDictionary<string, PolicyValue> Read(JsonElement? parameters)
    {
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        if (parameters is not { ValueKind: JsonValueKind.Object } given) return values.ToImmutable();
        foreach (var parameter in given.EnumerateObject())
        {
            if (parameter.Value.Property("value") is { } value) values[parameter.Name] = PolicyValueReader.FromElement(value);
        }

        return values.ToImmutable();
    }

    /// <summary>The names that are given and not declared.</summary>
    public static ImmutableArray<string> Undeclared(IEnumerable<string> given, ImmutableArray<PolicyParameter> declared) =>
        [.. given.Where(name => Find(declared, name) is null).Order(StringComparer.Ordinal)];

    /// <summary>The names that are declared without a default and not given.</summary>
    public static ImmutableArray<string> Missing(IEnumerable<string> given, ImmutableArray<PolicyParameter> declared)
    {
        var names = given.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. declared.Where(parameter => parameter.DefaultValue is null && !names.Contains(parameter.Name)).Select(parameter => parameter.Name)];
    }

    /// <summary>The refusal when a given value is not among the allowed ones, which compare with regard to case; else null.</summary>
    public static ArmError? NotAllowed(IEnumerable<KeyValuePair<string, PolicyValue>> given, ImmutableArray<PolicyParameter> declared, string definition)
    {
        foreach (var (name, value) in given)
        {
            if (Find(declared, name) is { } parameter && NotAllowed(value, parameter, definition) is { } error) return error;
        }

        return null;
    }

    /// <summary>The refusal when a default value is not of the parameter's type or not among the allowed ones; expressions are only known when they are evaluated.</summary>
    public static ArmError? InvalidDefault(ImmutableArray<PolicyParameter> declared, string definition) => declared
        .Select(parameter => parameter.DefaultValue is { } value && !ParameterReferences.IsExpression(value) ? NotAllowed(value, parameter, definition) : null)
        .FirstOrDefault(error => error is not null);

    /// <summary>The refusal when the value is not of the parameter's type or not among the allowed ones; the members of an array count one by one.</summary>
    public static ArmError? NotAllowed(PolicyValue value, PolicyParameter parameter, string definition)
    {
        if (!ParameterType.Accepts(parameter.Type, value)) return AuthoringErrors.ValueOfOtherType(Plain(value), parameter.Name, definition, parameter.Type);
        if (parameter.AllowedValues.IsEmpty || parameter.AllowedValues.Contains(value)) return null;
        if (value is ArrayValue array && array.Items.All(parameter.AllowedValues.Contains)) return null;
        return AuthoringErrors.ValueNotAllowed(Plain(value), parameter.Name, definition, parameter.AllowedValues.Select(Plain));
    }

    /// <summary>The declaration of the parameter, or null.</summary>
    public static PolicyParameter? Find(ImmutableArray<PolicyParameter> declared, string name) =>
        declared.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string Plain(PolicyValue value) => value is TextValue text ? text.Value : PolicyValueWriter.ToCompactJson(value);
}
