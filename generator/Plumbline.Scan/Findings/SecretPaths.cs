using System.Text.RegularExpressions;

namespace Plumbline.Scan.Findings;

/// <summary>Which properties hold secrets, told by their names: their values are never shown.</summary>
public static partial class SecretPaths
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "(not shown)";

    /// <summary>Whether the value at a path, or of an expression, may be a secret.</summary>
    public static bool Holds(string path) => Name().IsMatch(path) || ValueOfList().IsMatch(path);

    // The last name of the path, or any text of an expression.
    [GeneratedRegex(@"(password|passwd|secret|token|connectionstring|credential|accesskey|sharedkey|accountkey|primarykey|secondarykey|apikey|privatekey|\bsas)\w*('?\])*$|(^|\.)key$|^\[.*(password|secret|token|credential|listkeys|key').*\]$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    // Whole lists too: secrets of apps, environment variables, metadata of Dapr components.
    [GeneratedRegex(@"(secrets|\benv|metadata)(\[[^\]]*\](\.value)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ValueOfList();
}
