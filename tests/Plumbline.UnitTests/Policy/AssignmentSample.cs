using System.Collections.Immutable;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

/// <summary>Values for tests of what comes after the evaluation.</summary>
internal static class AssignmentSample
{
    public static PolicyAssignment Assignment(string json = """{"id": "/a", "policyDefinitionId": "/d"}""") =>
        AssignmentDocuments.ParseAssignment(new SourceText("assignment.json", json)).Value ?? throw new InvalidOperationException("The assignment cannot be read.");

    public static AssignmentRecord Record(string resource, string reference, ComplianceState? state, params string[] groups) => new(
        new AssignedPolicy(Assignment(), "/d", null, null, new PolicyDefinitionReference(reference, "/d", null, [], [.. groups]), ImmutableDictionary<string, PolicyValue>.Empty, []),
        resource,
        RecordReason.Applicable,
        EffectNames.Modify,
        null,
        state,
        null,
        IsEnforced: true,
        [],
        [],
        null,
        null);
}
