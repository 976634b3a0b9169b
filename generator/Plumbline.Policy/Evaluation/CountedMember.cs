using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The current member of a count.</summary>
/// <param name="Value">The member.</param>
/// <param name="Index">Its position, for a field count.</param>
/// <param name="Field">The counted field, or null for a value count.</param>
/// <param name="Steps">The counted path up to its last <c>[*]</c>; empty for a value count.</param>
/// <param name="Name">The name of a value count, or null for a field count.</param>
internal sealed record CountedMember(PolicyValue Value, ArrayIndex? Index, FieldReference? Field, ImmutableArray<string> Steps, string? Name)
{
    /// <summary>Whether a field reads this member: it is of the same resource type and its path goes through the counted array.</summary>
    public bool Binds(FieldReference field) =>
        Field is not null
        && string.Equals(Field.ResourceType, field.ResourceType, StringComparison.OrdinalIgnoreCase)
        && field.Path.StartsWith(Steps);

    /// <summary>What <c>current(name)</c> means here, or null when it means another count.</summary>
    public PolicyValue? Find(string name, FieldReference? field)
    {
        if (Name is not null) return FindInValue(name, Name);
        if (field is null || Field is null) return null;
        if (!Binds(field)) return IsArrayOf(field) ? Value : null;
        var rest = field.Path.Steps.AsSpan()[Steps.Length..];
        if (!rest.Contains(AliasPath.EachMember)) return PathReader.Read(Value, rest);
        var found = new List<FieldValue>();
        PathReader.ReadEach(Value, rest, null, nullForMissing: false, found);
        return new ArrayValue([.. found.Select(item => item.Value)]);
    }

    private PolicyValue? FindInValue(string name, string own)
    {
        if (string.Equals(name, own, StringComparison.OrdinalIgnoreCase)) return Value;
        return name.StartsWith(own + ".", StringComparison.OrdinalIgnoreCase)
            ? PathReader.Read(Value, AliasPath.Parse(name[(own.Length + 1)..]).Steps.AsSpan())
            : null;
    }

    /// <summary>Whether a field is the counted array without its <c>[*]</c>: inside of the count it means the member all the same.</summary>
    public bool IsArrayOf(FieldReference field) =>
        Field is not null
        && field.Path.Steps.Length == Steps.Length - 1
        && string.Equals(Field.ResourceType, field.ResourceType, StringComparison.OrdinalIgnoreCase)
        && field.Path.StartsWith(Steps[..^1]);
}
