using System.Collections.Immutable;
using Plumbline.Generation.Yaml;

namespace Plumbline.Generation.Catalog;

/// <summary>What the catalog does about a feature.</summary>
public abstract record Outcome
{
    /// <summary>The policies the outcome brings, compensating ones included.</summary>
    public virtual ImmutableArray<CatalogPolicy> AllPolicies => [];
}

/// <summary>The feature is evaluated by policies.</summary>
public sealed record PoliciesOutcome(ImmutableArray<CatalogPolicy> Policies) : Outcome
{
    /// <inheritdoc/>
    public override ImmutableArray<CatalogPolicy> AllPolicies => Policies;
}

/// <summary>Somebody attests: a definition with the effect <c>manual</c>.</summary>
/// <param name="Evidence">What an attestor must show.</param>
public sealed record AttestationOutcome(
    string Name,
    string Version,
    string DisplayName,
    string Description,
    string Severity,
    string Remediation,
    string Evidence,
    YamlMapping Source) : Outcome;

/// <summary>The platform does it for every customer; nothing to evaluate.</summary>
public sealed record PlatformOutcome(string Evidence, string? Url) : Outcome;

/// <summary>Nothing can be evaluated.</summary>
/// <param name="Reason"><c>feature-unsupported</c>, <c>not-applicable</c>, <c>data-plane</c> or <c>process-or-people</c>.</param>
/// <param name="Compensating">Policies that help a little; they never count as coverage of the feature.</param>
public sealed record NotSupportedOutcome(string Reason, string Explanation, ImmutableArray<CatalogPolicy> Compensating) : Outcome
{
    /// <inheritdoc/>
    public override ImmutableArray<CatalogPolicy> AllPolicies => Compensating;
}

/// <summary>What could not be read; the catalog has an error then.</summary>
public sealed record UnreadableOutcome : Outcome;
