using System.Collections.Immutable;

namespace Plumbline.Scan.Findings;

/// <summary>A policy as reports name it.</summary>
/// <param name="DefinitionId">The id or name of the definition.</param>
/// <param name="DisplayName">What the definition is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="SetName">The initiative's name; empty without one.</param>
/// <param name="ReferenceId">The member of the initiative; empty without one.</param>
/// <param name="Groups">The groups of the initiative.</param>
/// <param name="Severity"><c>low</c>, <c>medium</c>, <c>high</c>, <c>critical</c>; empty when the definition does not say.</param>
/// <param name="Advice">How to fix a violation; null when nobody says.</param>
public sealed record FindingPolicy(
    string DefinitionId, string DisplayName, string Description, string SetName, string ReferenceId, ImmutableArray<string> Groups, string Severity, string? Advice)
{
    /// <summary>The definition's name.</summary>
    public string Name => DefinitionId[(DefinitionId.LastIndexOf('/') + 1)..];

    /// <summary>What a report calls the rule.</summary>
    public string RuleId => ReferenceId.Length > 0 ? ReferenceId : Name;
}
