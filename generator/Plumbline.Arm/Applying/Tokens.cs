using System.Text.RegularExpressions;

namespace Plumbline.Arm.Applying;

/// <summary>Keeps tokens out of texts that are written down: no message of ARM holds one, but a proxy's may.</summary>
internal static partial class Tokens
{
    /// <summary>The text without anything that looks like a JSON Web Token or a bearer header.</summary>
    public static string Hide(string text) => Token().Replace(text, "***");

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]+)*|(?<=\bBearer\s)[A-Za-z0-9._~+/-]+=*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
