using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Values for the parameters of a definition.</summary>
internal static class EdgeParameters
{
    /// <summary>The defaults, and a sample where there is none; the effect is not <c>Disabled</c> when it may be something else.</summary>
    public static ImmutableDictionary<string, PolicyValue> For(PolicyDefinition definition) =>
        definition.Parameters.ToImmutableDictionary(parameter => parameter.Name, ValueOf, StringComparer.OrdinalIgnoreCase);

    private static PolicyValue ValueOf(PolicyParameter parameter) => parameter.DefaultValue switch
    {
        { } value when !IsDisabled(value) => value,
        var value => parameter.AllowedValues.FirstOrDefault(allowed => !IsDisabled(allowed)) ?? value ?? Sample(parameter),
    };

    private static bool IsDisabled(PolicyValue value) => value is TextValue text && string.Equals(text.Value, EffectNames.Disabled, StringComparison.OrdinalIgnoreCase);

    private static PolicyValue Sample(PolicyParameter parameter) => parameter.Type.ToUpperInvariant() switch
    {
        "ARRAY" => new ArrayValue([new TextValue(EdgeSamples.Of(parameter.Name)[0])]),
        "OBJECT" => new ObjectValue([]),
        "BOOLEAN" => BooleanValue.Of(true),
        "INTEGER" or "FLOAT" => new IntegerValue(1),
        "DATETIME" => new TextValue("2026-01-01T00:00:00Z"),
        _ => new TextValue(EdgeSamples.Of(parameter.Name)[0]),
    };
}
