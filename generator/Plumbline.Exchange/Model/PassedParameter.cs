using System.Text.RegularExpressions;

namespace Plumbline.Exchange.Model;

/// <summary>Reads what an initiative passes to a member.</summary>
internal static partial class PassedParameter
{
    /// <summary>The name of the parameter that is passed on unchanged (<c>[parameters('name')]</c>), or null.</summary>
    public static string? Name(string value) => Whole().Match(value) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"\A\[\s*parameters\(\s*'([^']+)'\s*\)\s*\]\z", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
