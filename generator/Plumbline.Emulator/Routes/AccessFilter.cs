using System.Collections.Immutable;

namespace Plumbline.Emulator.Routes;

/// <summary>
/// The <c>$filter</c> of lists of roles and role assignments: <c>atScope()</c>, <c>assignedTo('id')</c>, <c>name eq 'value'</c>, joined by <c>and</c>.
/// Nothing else is part of their language.
/// </summary>
/// <param name="AtScope">Whether what lies below the scope is left out.</param>
/// <param name="Values">The wanted value by the name of a property; <c>assignedTo</c> counts as <c>principalId</c>.</param>
internal sealed record AccessFilter(bool AtScope, ImmutableDictionary<string, string> Values)
{
    private const string Equal = " eq ";

    /// <summary>Everything.</summary>
    public static AccessFilter None { get; } = new(false, ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads a filter that may compare <paramref name="properties"/>; null when it is none.</summary>
    public static AccessFilter? Parse(string text, params string[] properties)
    {
        var filter = None;
        foreach (var part in text.Split(" and ", StringSplitOptions.TrimEntries))
        {
            if (filter.With(part, properties) is not { } next) return null;
            filter = next;
        }

        return filter;
    }

    /// <summary>Whether a property, if it is compared, has the wanted value.</summary>
    public bool Fits(string property, string? value) => !Values.TryGetValue(property, out var wanted) || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    private AccessFilter? With(string part, string[] properties)
    {
        if (part is "atScope()") return this with { AtScope = true };
        if (part is "atScopeAndBelow()") return this;
        if (properties.Contains("principalId") && part.StartsWith("assignedTo(", StringComparison.OrdinalIgnoreCase) && part.EndsWith(')'))
            return With("principalId", part["assignedTo(".Length..^1]);
        var at = part.IndexOf(Equal, StringComparison.OrdinalIgnoreCase);
        var name = at < 0 ? null : properties.FirstOrDefault(property => string.Equals(property, part[..at].Trim(), StringComparison.OrdinalIgnoreCase));
        return name is null ? null : With(name, part[(at + Equal.Length)..].Trim());
    }

    private AccessFilter? With(string property, string literal) => literal.Length >= 2 && literal[0] == '\'' && literal[^1] == '\''
        ? this with { Values = Values.SetItem(property, literal[1..^1].Replace("''", "'", StringComparison.Ordinal)) }
        : null;
}
