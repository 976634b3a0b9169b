using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Environments;

/// <summary>An exemption as it is declared: one object for each scope and assignment it concerns.</summary>
/// <param name="Name">Unique among the environment's exemptions; the resource name, with the assignment's when there are several.</param>
/// <param name="Target">What is exempted from.</param>
/// <param name="Scopes">Subscriptions, management groups, resource groups or resources.</param>
/// <param name="Category"><c>Waiver</c> (the risk is accepted) or <c>Mitigated</c> (by another way).</param>
/// <param name="ExpiresOn">When it ends; required.</param>
/// <param name="Owner">Who answers for it; required.</param>
/// <param name="Ticket">Where it was approved; required.</param>
/// <param name="At">Where it is declared.</param>
public sealed record ExemptionDeclaration(
    string Name,
    ExemptionTarget Target,
    ImmutableArray<string> Scopes,
    string Category,
    DateTimeOffset ExpiresOn,
    string Owner,
    string Ticket,
    SourceLocation At)
{
    /// <summary>What people see; null takes the name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Why; or null.</summary>
    public string? Description { get; init; }

    /// <summary>Members of an initiative or assignment it is limited to, by reference id; empty for all.</summary>
    public ImmutableArray<string> ReferenceIds { get; init; } = [];

    /// <summary>Selectors of resources, as ARM has them.</summary>
    public ImmutableArray<ObjectValue> ResourceSelectors { get; init; } = [];
}
