using System.Collections.Immutable;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>An entry of a role's <c>actions</c> or <c>notActions</c>: an operation, where <c>*</c> stands for any text, slashes included. Compared without regard to case.</summary>
internal sealed class ActionPattern(string text)
{
    private readonly ImmutableArray<string> parts = [.. text.Split('*')];

    /// <summary>Whether it covers the operation.</summary>
    public bool Matches(string action)
    {
        if (parts.Length == 1) return string.Equals(action, parts[0], StringComparison.OrdinalIgnoreCase);
        if (!action.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)) return false;
        var at = parts[0].Length;
        foreach (var part in parts.AsSpan()[1..^1])
        {
            var found = action.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            at = found + part.Length;
        }

        return action.Length - parts[^1].Length >= at && action.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public override string ToString() => text;
}
