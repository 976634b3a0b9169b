using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>Everything around an assignment that decides what it means for a resource.</summary>
/// <param name="Definitions">What can be assigned.</param>
/// <param name="Exemptions">All exemptions; each is used where it fits.</param>
/// <param name="Enrollments">All enrolments; each is used where it fits.</param>
/// <param name="Attestations">All attestations; each is used where it fits.</param>
/// <param name="ManagementGroups">What lies under which management group.</param>
public sealed record PolicyEstate(
    IPolicyDefinitions Definitions,
    ImmutableArray<PolicyExemption> Exemptions,
    ImmutableArray<PolicyEnrollment> Enrollments,
    ImmutableArray<PolicyAttestation> Attestations,
    IManagementGroups ManagementGroups);
