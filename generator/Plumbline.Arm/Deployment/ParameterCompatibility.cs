using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>
/// Finds parameter changes that ARM refuses for an existing definition or initiative: removing one, changing its type,
/// adding one without a default value (400 InvalidPolicyParameterUpdate).
/// </summary>
internal static class ParameterCompatibility
{
    private static readonly ObjectValue Nothing = new([]);

    /// <summary>The refused changes, in the order of the live parameters, then of the wanted ones.</summary>
    public static ImmutableArray<Diagnostic> Check(DesiredObject wanted, ObjectValue before, ObjectValue after)
    {
        if (wanted.Kind == ArmObjectKind.PolicyAssignment) return [];

        var (old, @new) = (before["parameters"] as ObjectValue ?? Nothing, after["parameters"] as ObjectValue ?? Nothing);
        var at = new SourceLocation(wanted.File, Path: "$.properties.parameters");
        return
        [
            .. from parameter in old.Properties
               let change = Change(parameter.Value, @new[parameter.Key])
               where change is not null
               select DiagnosticCatalog.IncompatibleParameterChange(at, wanted.Name, parameter.Key, change),
            .. from parameter in @new.Properties
               where old[parameter.Key] is UndefinedValue && parameter.Value is ObjectValue declaration && declaration["defaultValue"] is UndefinedValue
               select DiagnosticCatalog.IncompatibleParameterChange(at, wanted.Name, parameter.Key, "adds, without a default value, the parameter"),
        ];
    }

    private static string? Change(PolicyValue before, PolicyValue after) => (before, after) switch
    {
        (_, UndefinedValue) => "removes the parameter",
        (ObjectValue left, ObjectValue right) when !left["type"].Equals(right["type"]) => "changes the type of the parameter",
        _ => null,
    };
}
