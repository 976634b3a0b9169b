using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>An enrolment of a scope to an assignment whose enforcement mode is <c>Enroll</c>, typed.</summary>
/// <param name="Id">The resource id; empty when the document has none.</param>
/// <param name="Scope">What is enrolled: what the id starts with; empty when it has none, and then it enrols nothing.</param>
/// <param name="PolicyAssignmentInstanceId">The instance of the assignment it is for; null for any.</param>
/// <param name="ReferenceIds">The members of the assigned initiative it is for; none means all.</param>
/// <param name="ValidatesScope">Whether Azure checks that the scope lies inside the assignment's (<c>assignmentScopeValidation</c>).</param>
public sealed record PolicyEnrollment(
    string Id,
    string Name,
    string Scope,
    string? DisplayName,
    string? Description,
    string PolicyAssignmentId,
    string? PolicyAssignmentInstanceId,
    ImmutableArray<string> ReferenceIds,
    ImmutableArray<ResourceSelector> ResourceSelectors,
    bool ValidatesScope,
    ObjectValue Metadata,
    SourceLocation? Location = null);
