using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>An exemption of a scope from an assignment, typed.</summary>
/// <param name="Id">The resource id; empty when the document has none.</param>
/// <param name="Scope">What is exempt: what the id starts with; empty when it has none, and then it exempts nothing.</param>
/// <param name="ReferenceIds">The members of the assigned initiative it is for; none means all.</param>
/// <param name="ExpiresOn">From when on it is not honoured any more; null for never.</param>
/// <param name="ValidatesScope">Whether Azure checks that the scope lies inside the assignment's (<c>assignmentScopeValidation</c>).</param>
public sealed record PolicyExemption(
    string Id,
    string Name,
    string Scope,
    string? DisplayName,
    string? Description,
    string PolicyAssignmentId,
    ImmutableArray<string> ReferenceIds,
    ExemptionCategory Category,
    DateTimeOffset? ExpiresOn,
    ImmutableArray<ResourceSelector> ResourceSelectors,
    bool ValidatesScope,
    ObjectValue Metadata,
    SourceLocation? Location = null);
