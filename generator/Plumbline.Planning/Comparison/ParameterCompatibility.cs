using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Comparison;

/// <summary>
/// Finds parameter changes that ARM refuses for an existing definition or initiative: removing one, changing its type,
/// adding one without a default value (400 InvalidPolicyParameterUpdate).
/// </summary>
internal static class ParameterCompatibility
{
    private static readonly ObjectValue Nothing = new([]);

    /// <summary>The refused changes as reasons, such as <c>parameters.removed:tag</c>; empty when the update is possible.</summary>
    public static ImmutableArray<string> Refused(PolicyValue before, PolicyValue after)
    {
        var (old, @new) = (before as ObjectValue ?? Nothing, after as ObjectValue ?? Nothing);
        return
        [
            .. from parameter in old.Properties
               let change = Change(parameter.Value, @new[parameter.Key])
               where change is not null
               select $"parameters.{change}:{parameter.Key}",
            .. from parameter in @new.Properties
               where old[parameter.Key] is UndefinedValue && parameter.Value is ObjectValue declaration && declaration["defaultValue"] is UndefinedValue
               select $"parameters.addedWithoutDefault:{parameter.Key}",
        ];
    }

    /// <summary>What tells incompatible signatures apart: names and types of the parameters, and which of them have no default value.</summary>
    public static string Shape(PolicyValue parameters) => string.Join('\n',
        (NormalForms.Declarations(parameters) as ObjectValue ?? Nothing).Properties
            .Select(one => one.Value is ObjectValue declaration
                ? $"{one.Key.ToLowerInvariant()}:{PolicyValueWriter.ToCompactJson(declaration["type"])}:{declaration["defaultValue"] is UndefinedValue}"
                : one.Key.ToLowerInvariant())
            .Order(StringComparer.Ordinal));

    private static string? Change(PolicyValue before, PolicyValue after) => (before, after) switch
    {
        (_, UndefinedValue) => "removed",
        (ObjectValue left, ObjectValue right) when !Type(left).Equals(Type(right)) => "typeChanged",
        _ => null,
    };

    private static PolicyValue Type(ObjectValue declaration) => NormalForms.Lower(declaration["type"]);
}
