using Plumbline.Reporting;

namespace Plumbline.Arm.Compliance;

/// <summary>Brings the words of Policy Insights into one spelling: records say <c>NonCompliant</c>, the summary <c>noncompliant</c>.</summary>
internal static class StateNames
{
    /// <summary>What an unknown word is kept with.</summary>
    public const string OtherPrefix = "other:";

    private static readonly string[] Effects =
        ["AddToNetworkGroup", "Append", "Audit", "AuditIfNotExists", "Deny", "DenyAction", "DeployIfNotExists", "Disabled", "Manual", "Modify", "Mutate"];

    /// <summary>The state's canonical name; a word that is not known comes back as <c>other:word</c>.</summary>
    public static string State(string word) =>
        ComplianceStates.Parse(word) is var state and not ComplianceState.Other ? state.ToString() : OtherPrefix + word;

    /// <summary>The effect's canonical name; a word that is not known comes back as it is.</summary>
    public static string Effect(string word) =>
        Effects.FirstOrDefault(effect => string.Equals(effect, word, StringComparison.OrdinalIgnoreCase)) ?? word;
}
