using System.Collections.Immutable;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Policies;

/// <summary>A definition as a scan evaluates it: with the parameters of its assignment or initiative.</summary>
/// <param name="Assigned">The definition, its parameters and its place in the initiative.</param>
/// <param name="Scopes">What it reads of the subscription and the resource group.</param>
public sealed record ScannedPolicy(AssignedPolicy Assigned, ScopeReads Scopes)
{
    /// <summary>The name of the definition, a GUID for built-ins.</summary>
    public string Name => Assigned.Definition?.Name is { Length: > 0 } name ? name : Assigned.DefinitionId[(Assigned.DefinitionId.LastIndexOf('/') + 1)..];

    /// <summary>What the definition is called.</summary>
    public string DisplayName => Assigned.Definition?.DisplayName is { Length: > 0 } title ? title : Name;

    /// <summary>What it is for; empty when the definition does not say.</summary>
    public string Description => Assigned.Definition?.Description ?? "";

    /// <summary>The initiative's name; empty for a definition that is evaluated by itself.</summary>
    public string SetName => Assigned.SetDefinition?.Name ?? "";

    /// <summary>The member of the initiative; empty without one.</summary>
    public string ReferenceId => Assigned.ReferenceId ?? "";

    /// <summary>What a report calls the rule: the reference within its initiative, else the definition's name.</summary>
    public string RuleId => ReferenceId.Length > 0 ? ReferenceId : Name;

    /// <summary>The groups of the initiative it belongs to.</summary>
    public ImmutableArray<string> Groups => Assigned.GroupNames;

    /// <summary>The severity in the metadata (<c>severity</c>, or Defender's <c>securityCenter.Severity</c>), in lower case; empty when there is none.</summary>
    public string Severity => Text(Assigned.Definition?.Metadata["severity"]) ?? Text((Assigned.Definition?.Metadata["securityCenter"] as ObjectValue)?["Severity"]) ?? "";

    /// <summary>What the assignment or the metadata tells people to do about a violation; null when neither does.</summary>
    public string? Advice => Assigned.NonComplianceMessage ?? ((Assigned.Definition?.Metadata["securityCenter"] as ObjectValue)?["RemediationDescription"] as TextValue)?.Value;

    /// <summary>Where the definition stands.</summary>
    public SourceLocation? Location => Assigned.Definition?.Location;

    private static string? Text(PolicyValue? value) => value is TextValue { Value.Length: > 0 } text ? text.Value.ToLowerInvariant() : null;
}
