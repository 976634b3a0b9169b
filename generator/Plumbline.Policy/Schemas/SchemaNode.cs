using System.Collections.Immutable;

namespace Plumbline.Policy.Schemas;

/// <summary>What the values of a property look like, in the newest api-version that has it; its properties are those of all api-versions.</summary>
public sealed class SchemaNode
{
    /// <summary>A value of these types.</summary>
    internal SchemaNode(ValueKinds kinds, ImmutableArray<string> values, bool acceptsOtherValues, ImmutableArray<SchemaProperty> properties)
    {
        Kinds = kinds;
        Values = values;
        AcceptsOtherValues = acceptsOtherValues;
        Properties = properties;
    }

    /// <summary>The JSON types the value may have.</summary>
    public ValueKinds Kinds { get; }

    /// <summary>The strings that the schema names, in ordinal order; empty when it names none.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether other strings than <see cref="Values"/> are valid: Azure may add some without a new api-version.</summary>
    public bool AcceptsOtherValues { get; }

    /// <summary>The properties in ordinal order; <c>[*]</c> is each member of an array, <c>*</c> a property of any name.</summary>
    public ImmutableArray<SchemaProperty> Properties { get; }

    /// <summary>The property with a name in any case, else that of any name, else null. The step <c>[*]</c> finds the members of an array only.</summary>
    public SchemaProperty? Find(string name)
    {
        SchemaProperty? other = null;
        foreach (var property in Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) return property;
            if (property.Name == SchemaProperty.AnyName && name != SchemaProperty.EachMember) other = property;
        }

        return other;
    }
}
