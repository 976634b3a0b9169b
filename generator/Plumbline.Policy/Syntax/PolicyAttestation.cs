using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>An attestation of a resource's compliance with a policy of effect <c>manual</c>, typed.</summary>
/// <param name="Id">The resource id; empty when the document has none.</param>
/// <param name="Scope">The resource, resource group or subscription that is attested: what the id starts with; empty when it has none.</param>
/// <param name="ReferenceId">The member of the assigned initiative; null for a definition that is assigned directly.</param>
/// <param name="ExpiresOn">From when on the policy's default state is back; null for never.</param>
/// <param name="AssessmentDate">When it was assessed; null when not given.</param>
public sealed record PolicyAttestation(
    string Id,
    string Name,
    string Scope,
    string PolicyAssignmentId,
    string? ReferenceId,
    AttestedState State,
    DateTimeOffset? ExpiresOn,
    DateTimeOffset? AssessmentDate,
    string? Owner,
    string? Comments,
    ObjectValue Metadata,
    SourceLocation? Location = null);
