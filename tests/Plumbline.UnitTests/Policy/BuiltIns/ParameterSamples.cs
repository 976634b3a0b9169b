using System.Collections.Immutable;
using CsCheck;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>Values that a declared parameter accepts.</summary>
internal static class ParameterSamples
{
    private const string Text = "sample-text";

    /// <summary>The default, the allowed values, and one of the declared type when there is neither. Never empty.</summary>
    public static ImmutableArray<PolicyValue> Of(PolicyParameter parameter)
    {
        var known = parameter.AllowedValues.Where(IsNotDisabled);
        if (parameter.DefaultValue is { } value && IsNotDisabled(value)) known = known.Prepend(value);
        ImmutableArray<PolicyValue> values = [.. known.Where(item => IsArray(item) == IsArray(parameter)).Distinct()];
        if (values.IsEmpty && IsArray(parameter)) values = [new ArrayValue([.. parameter.AllowedValues.Take(2)])];
        return values.IsEmpty || values is [ArrayValue { Items.IsEmpty: true }] ? [OfType(parameter)] : values;
    }

    /// <summary>Values for all parameters of a definition, mostly the defaults; the effect is never <c>Disabled</c>.</summary>
    public static Gen<ImmutableDictionary<string, PolicyValue>> For(PolicyDefinition definition) => definition.Parameters.Aggregate(
        Gen.Const(ImmutableDictionary<string, PolicyValue>.Empty),
        (all, parameter) => Gen.Select(all, OneOf(Of(parameter)), (values, value) => values.SetItem(parameter.Name, value)));

    private static Gen<PolicyValue> OneOf(ImmutableArray<PolicyValue> values)
    {
        const int usual = 3;
        return Gen.Frequency((usual, Gen.Const(values[0])), (1, Gen.Int[0, values.Length - 1].Select(index => values[index])));
    }

    private static bool IsNotDisabled(PolicyValue value) => value is not TextValue text || !string.Equals(text.Value, "Disabled", StringComparison.OrdinalIgnoreCase);

    private static bool IsArray(PolicyValue value) => value is ArrayValue;

    private static bool IsArray(PolicyParameter parameter) => string.Equals(parameter.Type, "Array", StringComparison.OrdinalIgnoreCase);

    private static PolicyValue OfType(PolicyParameter parameter) => parameter.Type.ToUpperInvariant() switch
    {
        "ARRAY" => new ArrayValue([TextFor(parameter.Name)]),
        "OBJECT" => PolicyValueReader.Object(("owner", new TextValue(Text))),
        "BOOLEAN" => BooleanValue.Of(true),
        "INTEGER" or "FLOAT" => new IntegerValue(1),
        "DATETIME" => new TextValue("2025-07-01T00:00:00Z"),
        _ => TextFor(parameter.Name),
    };

    private static TextValue TextFor(string name) => new(name switch
    {
        _ when name.Contains("location", StringComparison.OrdinalIgnoreCase) => "westeurope",
        _ when name.Contains("resourceType", StringComparison.OrdinalIgnoreCase) => "Microsoft.Storage/storageAccounts",
        _ when name.EndsWith("Id", StringComparison.Ordinal) => $"/{name}/a/b/c/d/e/f/g/h",
        _ => Text,
    });
}
