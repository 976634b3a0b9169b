using System.Buffers;
using System.Globalization;

namespace Plumbline.Exchange.Epac;

/// <summary>Names and rules of Enterprise Policy as Code (EPAC).</summary>
internal static class EpacFormat
{
    /// <summary>What the tool is called in messages.</summary>
    public const string Title = "Enterprise Policy as Code";

    /// <summary>The file of settings at the root of the definitions folder.</summary>
    public const string SettingsFile = "global-settings.jsonc";

    /// <summary>The longest name of an assignment: EPAC holds all of them to the limit at management groups.</summary>
    public const int MaximumAssignmentName = 24;

    private const string Schemas = "https://raw.githubusercontent.com/Azure/enterprise-azure-policy-as-code/main/Schemas/";

    // EPAC refuses these in names of all its objects.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("%&\\?/<>:#*+");

    /// <summary>The address of a schema that editors know.</summary>
    /// <param name="kind">Such as <c>policy-definition</c>.</param>
    public static string Schema(string kind) => $"{Schemas}{kind}-schema.json";

    /// <summary>Why EPAC refuses a name, or null.</summary>
    public static string? Refusal(string name)
    {
        if (name.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at) return string.Create(CultureInfo.InvariantCulture, $"a name may not hold '{name[at]}'");
        return name.EndsWith(' ') || name.Any(char.IsControl) ? "a name may not end with a blank or hold control characters" : null;
    }
}
