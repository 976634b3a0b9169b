namespace Plumbline.Emulator.Wire;

/// <summary>The names that ARM itself takes; providers are stricter. Compare the naming rules in ARM's documentation.</summary>
internal static class ResourceNames
{
    /// <summary>How long a name may be where its provider says nothing.</summary>
    public const int MaxLength = 260;

    private const int MaxGroupLength = 90;
    private const string Forbidden = "<>%&?\\/";

    /// <summary>Whether a resource may have the name.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength
        && !name.EndsWith('.') && !name.EndsWith(' ')
        && name.All(character => !char.IsControl(character) && !Forbidden.Contains(character, StringComparison.Ordinal));

    /// <summary>Whether a resource group may have the name: letters and digits of any alphabet, <c>-</c>, <c>_</c>, <c>.</c>, parentheses; no dot at the end.</summary>
    public static bool IsValidGroup(string name) =>
        name.Length is > 0 and <= MaxGroupLength && !name.EndsWith('.')
        && name.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '(' or ')');
}
