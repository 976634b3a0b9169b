using System.Collections.Immutable;

namespace Plumbline.Policy.Values;

/// <summary>A JSON object: its properties in the order of the text, looked up without regard to case as Azure does.</summary>
public sealed record ObjectValue(ImmutableArray<KeyValuePair<string, PolicyValue>> Properties) : PolicyValue
{
    /// <summary>The value of <paramref name="name"/> (exact case preferred, else ignoring case), or <see cref="UndefinedValue"/>.</summary>
    public PolicyValue this[string name]
    {
        get
        {
            PolicyValue found = UndefinedValue.Instance;
            foreach (var property in Properties)
            {
                if (string.Equals(property.Key, name, StringComparison.Ordinal)) return property.Value;
                if (found is UndefinedValue && string.Equals(property.Key, name, StringComparison.OrdinalIgnoreCase)) found = property.Value;
            }

            return found;
        }
    }

    /// <inheritdoc/>
    public bool Equals(ObjectValue? other) =>
        other is not null
        && Properties.Length == other.Properties.Length
        && Properties.All(property => other.Properties.Any(candidate =>
            string.Equals(candidate.Key, property.Key, StringComparison.Ordinal) && candidate.Value.Equals(property.Value)));

    /// <inheritdoc/>
    public override int GetHashCode() => Properties.Length;
}
