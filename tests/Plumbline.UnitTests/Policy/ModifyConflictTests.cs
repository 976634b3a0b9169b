using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using static Plumbline.UnitTests.Policy.AssignmentSample;

namespace Plumbline.UnitTests.Policy;

public sealed class ModifyConflictTests
{
    [Theory]
    [InlineData("""{"operations": [{"operation": "add", "field": "f", "value": 1}]}""", """{"operations": [{"operation": "addOrReplace", "field": "F", "value": 2}]}""", true)]
    [InlineData("""{"operations": [{"operation": "add", "field": "f", "value": 1}]}""", """{"operations": [{"operation": "addOrReplace", "field": "F", "value": 1}]}""", false)]
    [InlineData("""{"operations": [{"operation": "add", "field": "f", "value": "a"}]}""", """{"operations": [{"operation": "add", "field": "f", "value": "A"}]}""", true)]
    [InlineData("""{"operations": [{"operation": "remove", "field": "tags.a"}]}""", """{"operations": [{"operation": "add", "field": "tags['A']", "value": "x"}]}""", true)]
    [InlineData("""{"operations": [{"operation": "remove", "field": "tags.a"}]}""", """{"operations": [{"operation": "REMOVE", "field": "tags['A']"}]}""", false)]
    [InlineData("""{"conflictEffect": "Disabled", "operations": [{"operation": "add", "field": "f", "value": 1}]}""", """{"operations": [{"operation": "add", "field": "f", "value": 2}]}""", false)]
    [InlineData("""{"operations": []}""", """{"operations": [{"operation": "add", "field": "f", "value": 2}]}""", false)]
    [InlineData("""{}""", """{"operations": [{"operation": "add", "field": "f", "value": 2}]}""", false)]
    public void Conflict_is_told_by_the_operations(string left, string right, bool isConflict)
    {
        var records = ModifyConflicts.Mark([With("x", "p", left), With("X", "q", right)]);

        var state = isConflict ? ComplianceState.Conflict : ComplianceState.NonCompliant;
        Assert.Equal([state, state], records.Select(record => record.State));
    }

    [Fact]
    public void Other_resources_do_not_conflict()
    {
        var records = ModifyConflicts.Mark([With("x", "p", Add(1)), With("y", "q", Add(2))]);

        Assert.Equal([ComplianceState.NonCompliant, ComplianceState.NonCompliant], records.Select(record => record.State));
    }

    [Fact]
    public void Record_without_details_takes_no_part()
    {
        var records = ModifyConflicts.Mark([Record("x", "p", ComplianceState.NonCompliant), With("x", "q", Add(2))]);

        Assert.Equal([ComplianceState.NonCompliant, ComplianceState.NonCompliant], records.Select(record => record.State));
    }

    [Fact]
    public void Reference_ids_that_nobody_has_are_said()
    {
        var set = PolicyParser.ParseSetDefinition(new SourceText("s", """{"policyDefinitions": [{"policyDefinitionReferenceId": "ingress", "policyDefinitionId": "/d"}]}""")).Value;
        var assignment = Assignment("""
            {"policyDefinitionId": "/s", "nonComplianceMessages": [{"message": "m", "policyDefinitionReferenceId": "ingres"}, {"message": "m"}],
             "overrides": [{"kind": "policyEffect", "value": "deny", "selectors": [{"kind": "policyDefinitionReferenceId", "in": ["INGRESS", "other"]}]}]}
            """);

        Assert.Equal(["PLB2118 did you mean 'ingress'?", "PLB2118 "], ReferenceCheck.Check(assignment, set).Select(diagnostic => $"{diagnostic.Code} {diagnostic.Help}"));
        Assert.Equal(3, ReferenceCheck.Check(assignment, null).Length);
    }

    [Fact]
    public void Enrolment_to_an_assignment_that_enforces_anyway_is_said()
    {
        var enrollment = AssignmentDocuments.ParseEnrollment(new SourceText("n", """{"policyAssignmentId": "/a"}""")).Value;

        Assert.NotNull(enrollment);
        Assert.Equal("PLB2111", Assert.Single(ReferenceCheck.Check(enrollment, Assignment(), null)).Code);
        Assert.Empty(ReferenceCheck.Check(enrollment, Assignment() with { EnforcementMode = EnforcementMode.Enroll }, null));
    }

    private static string Add(int value) => $$"""{"operations": [{"operation": "add", "field": "f", "value": {{value}}}]}""";

    private static AssignmentRecord With(string resource, string reference, string details) =>
        Record(resource, reference, ComplianceState.NonCompliant) with { Details = Value(details) };

    private static PolicyValue? Value(string json) => PositionedJson.Parse(new SourceText("details.json", json)).Value is { } token ? PolicyValueReader.FromToken(token) : null;
}
