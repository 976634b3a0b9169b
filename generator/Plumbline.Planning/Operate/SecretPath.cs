using System.Text.RegularExpressions;

namespace Plumbline.Planning.Operate;

/// <summary>Tells paths whose values may be secrets.</summary>
internal static partial class SecretPath
{
    /// <summary>Whether a value at this path may be a secret.</summary>
    public static bool IsSecret(string path) => Pattern().IsMatch(path);

    // Values of environment variables are plain text; "key" counts as a word of its own or at the end of one, not in keyVault.
    [GeneratedRegex(@"secret|password|token|connectionstring|(?-i:[kK]ey)s?(?=$|[.\[\]'])|\benv(\[[^\]]*\])?\.value", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
