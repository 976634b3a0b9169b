using System.Collections.Immutable;
using System.Text;

namespace Plumbline.Policy.Evaluation;

/// <summary>What a field name stands for.</summary>
internal sealed class FieldReference
{
    private readonly byte[]? type;

    /// <param name="name">The name as written.</param>
    /// <param name="resourceType">The resource type an alias belongs to; null for a field that every resource has, or a name that several types share.</param>
    /// <param name="paths">Where to look, in this order; several only for names that several types share.</param>
    public FieldReference(string name, string? resourceType, ImmutableArray<FieldPath> paths)
    {
        Name = name;
        ResourceType = resourceType;
        Paths = paths;
        type = resourceType is null ? null : Encoding.UTF8.GetBytes(resourceType);
        Kind = name.ToUpperInvariant() switch
        {
            "LOCATION" => FieldKind.Location,
            "FULLNAME" => FieldKind.FullName,
            "APIVERSION" => FieldKind.ApiVersion,
            "TYPE" => FieldKind.Type,
            "NAME" => FieldKind.Name,
            "KIND" => FieldKind.Kind,
            _ => FieldKind.Other,
        };
    }

    public string Name { get; }

    public string? ResourceType { get; }

    public ImmutableArray<FieldPath> Paths { get; }

    public FieldPath Path => Paths[0];

    public FieldKind Kind { get; }

    /// <summary>Whether the field means something on a resource of this type. An alias of another type has no value; a resource without a type is of any.</summary>
    public bool IsOf(ReadOnlySpan<byte> resourceType) => type is null || resourceType.IsEmpty || Ascii.EqualsIgnoreCase(type, resourceType);
}

/// <summary>The fields that the evaluation treats in a way of their own.</summary>
internal enum FieldKind
{
    Other,
    Type,
    Name,
    Kind,
    Location,
    FullName,
    ApiVersion,
}
