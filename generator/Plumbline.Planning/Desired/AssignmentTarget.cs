using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>What an assignment assigns.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its display name.</param>
/// <param name="Name">Its declared name, or a built-in's GUID.</param>
/// <param name="Parameters">Its parameter declarations.</param>
/// <param name="Members">Its policies; of a definition the definition itself, without reference id.</param>
internal sealed record AssignmentTarget(string Id, string Title, string Name, ObjectValue Parameters, ImmutableArray<InitiativeMember> Members)
{
    private static readonly ObjectValue Nothing = new([]);

    /// <summary>Reads the target out of its properties as they are to be.</summary>
    public static AssignmentTarget Of(ArmObjectKind kind, string id, string title, string name, ObjectValue properties, Func<string, string> nameOf)
    {
        var parameters = properties["parameters"] as ObjectValue ?? Nothing;
        return new(id, title, name, parameters, kind == ArmObjectKind.PolicySetDefinition
            ? [.. PlaceholderScope.Members(properties).Select(member => InitiativeMember.Of(member, nameOf))]
            : [new("", id, name, [], Passed(properties, parameters))]);
    }

    // A definition that is assigned directly takes its parameters from the assignment; the one that names the effect is passed on as such.
    private static ObjectValue Passed(ObjectValue properties, ObjectValue parameters)
    {
        var effect = properties["policyRule"] is ObjectValue rule && rule["then"] is ObjectValue then && then["effect"] is TextValue text ? text.Value.Replace(" ", "", StringComparison.Ordinal) : "";
        return parameters.Properties.FirstOrDefault(one => string.Equals(effect, $"[parameters('{one.Key}')]", StringComparison.OrdinalIgnoreCase)).Key is { } name
            ? PolicyValueReader.Object(("effect", PolicyValueReader.Object(("value", new TextValue($"[parameters('{name}')]")))))
            : Nothing;
    }
}
