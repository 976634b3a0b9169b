using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>What a modify effect does to a resource: a value for each field, null where it is removed.</summary>
internal sealed record ModifyChanges(bool DeniesConflicts, ImmutableDictionary<string, PolicyValue?> Values)
{
    /// <summary>The changes that evaluated details stand for; null when they are none. An operation whose condition is false does nothing.</summary>
    public static ModifyChanges? Of(PolicyValue? details)
    {
        if (details is not ObjectValue item || item["operations"] is not ArrayValue operations) return null;
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue?>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in operations.Items.OfType<ObjectValue>().Where(operation => operation["condition"] is not BooleanValue { Value: false }))
        {
            if (operation["field"] is TextValue field)
                values[FieldName(field.Value)] = operation["operation"] is TextValue { Value: var name } && Is(name, "remove") ? null : operation["value"];
        }

        return new(item["conflictEffect"] is not TextValue effect || Is(effect.Value, "deny"), values.ToImmutable());
    }

    /// <summary>Whether a field gets another value from the other one.</summary>
    public bool Contradicts(ModifyChanges? other) =>
        other is not null && Values.Any(change => other.Values.TryGetValue(change.Key, out var value) && !Equals(value, change.Value));

    // tags['a'], tags[a] and tags.a are one field.
    private static string FieldName(string field) =>
        field.StartsWith("tags[", StringComparison.OrdinalIgnoreCase) && field.EndsWith(']') ? "tags." + field[5..^1].Trim('\'') : field;

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
