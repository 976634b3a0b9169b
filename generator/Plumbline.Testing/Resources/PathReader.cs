using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Resources;

/// <summary>Reads what stands at a path.</summary>
internal static class PathReader
{
    /// <summary>The value, or undefined; an array of what all members have for a path with <c>[*]</c>.</summary>
    public static PolicyValue Read(PolicyValue from, ResourcePath path)
    {
        ImmutableArray<PolicyValue> found = [.. Values(from, path.Steps)];
        return path.IsMany ? new ArrayValue(found) : found[0];
    }

    private static IEnumerable<PolicyValue> Values(PolicyValue from, ImmutableArray<ResourceStep> steps)
    {
        IEnumerable<PolicyValue> values = [from];
        foreach (var step in steps)
        {
            values = step is EachStep
                ? values.SelectMany(value => value is ArrayValue array ? array.Items : [])
                : values.Select(value => One(value, step));
        }

        return values;
    }

    private static PolicyValue One(PolicyValue value, ResourceStep step) => (value, step) switch
    {
        (ObjectValue item, NameStep name) => item[name.Name],
        (ArrayValue array, IndexStep { Index: var index }) when index < array.Items.Length => array.Items[index],
        _ => UndefinedValue.Instance,
    };
}
