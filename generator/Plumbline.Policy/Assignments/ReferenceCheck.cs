using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>Checks the names that documents give of each other, as Azure does when they are written.</summary>
public static class ReferenceCheck
{
    /// <summary>Reference ids of an assignment's messages and overrides that the assigned initiative does not have.</summary>
    /// <param name="set">The assigned initiative, or null for a definition that is assigned directly and has no members.</param>
    public static ImmutableArray<Diagnostic> Check(PolicyAssignment assignment, PolicySetDefinition? set)
    {
        var messages = assignment.NonComplianceMessages.Where(message => message.ReferenceId is not null).Select(message => (message.ReferenceId, message.Location, "a non-compliance message"));
        var overrides =
            from item in assignment.Overrides
            from selector in item.Selectors
            where selector.Kind == SelectorKind.PolicyDefinitionReferenceId
            from value in selector.Values
            select ((string?)value, selector.Location, "an override");
        return Unknown(messages.Concat(overrides), set, assignment.Location);
    }

    /// <summary>Reference ids of an exemption that the assigned initiative does not have.</summary>
    /// <param name="set">The assigned initiative, or null for a definition that is assigned directly and has no members.</param>
    public static ImmutableArray<Diagnostic> Check(PolicyExemption exemption, PolicySetDefinition? set) =>
        Unknown(exemption.ReferenceIds.Select(value => ((string?)value, exemption.Location, "an exemption")), set, exemption.Location);

    /// <summary>Reference ids of an enrolment that the assigned initiative does not have, and an assignment that does not ask for enrolment.</summary>
    /// <param name="assignment">The assignment it is for.</param>
    /// <param name="set">The assigned initiative, or null for a definition that is assigned directly and has no members.</param>
    public static ImmutableArray<Diagnostic> Check(PolicyEnrollment enrollment, PolicyAssignment assignment, PolicySetDefinition? set)
    {
        var unknown = Unknown(enrollment.ReferenceIds.Select(value => ((string?)value, enrollment.Location, "an enrolment")), set, enrollment.Location);
        return assignment.EnforcementMode == EnforcementMode.Enroll
            ? unknown
            : unknown.Add(DiagnosticCatalog.EnrollmentModeDiffers(enrollment.Location ?? new SourceLocation(enrollment.Id), enrollment.Id, assignment.Id));
    }

    private static ImmutableArray<Diagnostic> Unknown(
        IEnumerable<(string? ReferenceId, SourceLocation? At, string Owner)> named, PolicySetDefinition? set, SourceLocation? start)
    {
        var known = set?.References.Select(reference => reference.ReferenceId).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return
        [
            .. from item in named
               where item.ReferenceId is not null && !known.Contains(item.ReferenceId)
               select DiagnosticCatalog.ReferenceIdUnknown(item.At ?? start ?? new SourceLocation(""), item.ReferenceId, item.Owner, NearestName.Find(item.ReferenceId, known)),
        ];
    }
}
