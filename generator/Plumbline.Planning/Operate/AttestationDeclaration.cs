using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>An attestation as a file declares it.</summary>
/// <param name="Name">The name, unique in the file.</param>
/// <param name="Policies">The policy, control or reference it is about, and the assignment if one is named.</param>
/// <param name="Scopes">The resources, resource groups or subscriptions that are attested.</param>
/// <param name="State"><c>Compliant</c>, <c>NonCompliant</c> or <c>Unknown</c>.</param>
/// <param name="At">Where it is declared.</param>
public sealed record AttestationDeclaration(string Name, PolicyChoice Policies, ImmutableArray<string> Scopes, string State, SourceLocation At)
{
    /// <summary>From when on the default state of the policy counts again; null for never.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>When it was assessed, or null.</summary>
    public DateTimeOffset? AssessmentDate { get; init; }

    /// <summary>Who answers for it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>More for people, or null.</summary>
    public string? Comments { get; init; }

    /// <summary>Where it can be checked.</summary>
    public ImmutableArray<AttestationEvidence> Evidence { get; init; } = [];

    /// <summary>Other members of <c>metadata</c>.</summary>
    public ObjectValue Metadata { get; init; } = new([]);
}
