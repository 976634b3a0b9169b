using System.Collections.Immutable;

namespace Plumbline.Policy.Syntax;

/// <summary>The details of <c>append</c>.</summary>
/// <param name="Fields">At least one, in the order of the text; one when the details are a single object.</param>
public sealed record AppendDetails(ImmutableArray<AppendField> Fields) : EffectDetails
{
    /// <inheritdoc/>
    public bool Equals(AppendDetails? other) => other is not null && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => Fields.Length;
}
