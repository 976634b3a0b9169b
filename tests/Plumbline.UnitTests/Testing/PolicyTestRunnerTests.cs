namespace Plumbline.UnitTests.Testing;

public sealed class PolicyTestRunnerTests
{
    private const string Denying = """
        definition:
          mode: All
          displayName: No open sizes
          parameters:
            effect: { type: String, allowedValues: [Audit, Deny, Disabled], defaultValue: Audit }
          policyRule:
            if:
              allOf:
                - { field: type, equals: A.B/c }
                - { field: properties.size, greater: 3 }
            then: { effect: "[parameters('effect')]" }
        resource: { id: /subscriptions/s/resourceGroups/g/providers/A.B/c/one, name: one, type: A.B/c, properties: { size: 5, tags: [a, b] } }

        """;

    [Theory]
    [InlineData("expect: NonCompliant", "Passed")]
    [InlineData("expect: Compliant", "Failed compliance: Compliant <> NonCompliant @14")]
    [InlineData("expect: { effect: Audit, matched: true, applicable: true }", "Passed")]
    [InlineData("expect: { effect: none }", "Failed effect: none <> Audit @14")]
    [InlineData("expect: { matched: false, applicable: false }", "Failed matched: false <> true @14 applicable: false <> true @14")]
    [InlineData("expect: { reason: 'properties.size is 5; expected: lessOrEquals 3' }", "Passed")]
    [InlineData("expect: { reason: [size is 5, greater] }", "Failed reason: greater <> properties.size is 5; expected: lessOrEquals 3 @14")]
    [InlineData("expect: { denied: true }", "Failed denied: true <> false @14")]
    [InlineData("expect: { resource: { a: 1 } }", "Failed resource: {\"a\":1} <> it is not changed @14")]
    [InlineData("expect: { changes: { properties.size: 1 } }", "Failed properties.size: 1 <> the resource is not changed @14")]
    [InlineData("expect: { existing: none }", "Failed existing: none <> nothing was looked for @14")]
    public void Expectation_that_differs_is_told(string test, string outcome) => Assert.Equal(outcome, new TestBench().Outcomes($"{Denying}tests:\n  - {test}\n"));

    [Theory]
    [InlineData("with: { properties.size: 3 }", "Compliant")]
    [InlineData("with: { type: A.B/d }", "NotApplicable")]
    [InlineData("without: properties.size", "Compliant")]
    [InlineData("without: [properties.size, 'properties.tags[0]']", "Compliant")]
    [InlineData("with: { PROPERTIES.SIZE: 2 }", "Compliant")]
    [InlineData("resource: { type: A.B/c }", "Compliant")]
    [InlineData("parameters: { effect: Disabled }", "NotApplicable")]
    public void Test_changes_what_its_file_says(string change, string compliance) =>
        Assert.Equal("Passed", new TestBench().Outcomes($"{Denying}tests:\n  - {change}\n    expect: {compliance}\n"));

    [Theory]
    [InlineData("write: put", "Deny", "true")]
    [InlineData("write: patch", "Deny", "true")]
    [InlineData("write: delete", "Deny", "false")]
    [InlineData("name: a put", "Deny", "true")]
    [InlineData("write: put", "Audit", "false")]
    public void Write_is_denied_when_deny_takes_effect(string test, string effect, string denied) => Assert.Equal(
        "Passed", new TestBench().Outcomes($"{Denying}tests:\n  - {test}\n    parameters: {{ effect: {effect} }}\n    expect: {{ denied: {denied} }}\n"));

    [Fact]
    public void Message_names_resource_policy_and_reason() => Assert.Equal(
        "Passed\nFailed message: nothing <> Resource 'one' was disallowed by policy 'No open sizes': properties.size is 5; expected: lessOrEquals 3 @16",
        new TestBench().Outcomes(Denying + """
            parameters: { effect: Deny }
            tests:
              - expect: { message: "'one' was disallowed by policy 'No open sizes'" }
              - expect: { message: nothing }

            """));

    [Theory]
    [InlineData("parameters: { effect: Allow }", "PLB2043 @14")]
    [InlineData("parameters: { size: 1 }", "PLB2041 @14")]
    [InlineData("without: properties.nothing", "PLB6007 @14")]
    [InlineData("with: { 'properties.size.x': 1 }", "PLB6007 @14")]
    [InlineData("with: { 'properties.tags[3]': 1 }", "PLB6007 @14")]
    [InlineData("file: none.json", "PLB9001 @14")]
    [InlineData("file: text.json", "PLB6014 @14")]
    [InlineData("file: two.json", "PLB6004 @14")]
    [InlineData("bicep: main.bicep", "PLB6005 @14")]
    public void Test_that_cannot_run_is_broken(string test, string problem)
    {
        var bench = new TestBench(("text.json", "\"text\""), ("two.json", """[{"type": "A.B/c"}, {"type": "A.B/d"}]"""));

        Assert.Equal($"Broken {problem}", bench.Outcomes($"{Denying}tests:\n  - {test}\n    expect: Compliant\n"));
    }

    [Theory]
    [InlineData("""[{"type": "A.B/c", "name": "x", "properties": {"size": 9}}, {"type": "A.B/d"}]""")]
    [InlineData("""{"value": [{"type": "A.B/c", "name": "x", "properties": {"size": 9}}, {"type": "A.B/c", "name": "y"}]}""")]
    [InlineData("""{"resources": [{"type": "A.B/c", "name": "X", "properties": {"size": 9}}]} // a snapshot""")]
    public void Resource_is_selected_from_a_file(string file) =>
        Assert.Equal("Passed", new TestBench(("some.json", file)).Outcomes($"{Denying}tests:\n  - file: some.json\n    select: {{ type: a.b/C, name: x }}\n    expect: NonCompliant\n"));

    [Fact]
    public void Context_and_time_are_those_of_the_test() => Assert.Equal("Passed\nPassed\nPassed", new TestBench().Outcomes("""
        definition:
          mode: All
          policyRule:
            if:
              anyOf:
                - { value: "[utcNow()]", less: "2000" }
                - { value: "[resourceGroup().location]", equals: here }
                - { value: "[requestContext().apiVersion]", equals: 2024-03-01 }
            then: { effect: audit }
        resource: { type: A.B/c }
        context: { resourceGroup: { location: there } }
        apiVersion: 2024-03-01
        tests:
          - { expect: Compliant }
          - { context: { utcNow: '1999-12-31T00:00:00Z' }, expect: NonCompliant }
          - { write: put, expect: NonCompliant }

        """));

    [Fact]
    public void Related_resources_decide_what_exists() => Assert.Equal("Passed\nPassed\nPassed\nPassed", new TestBench(("on.json", """{"type": "A.B/c/d", "properties": {"on": true}}""")).Outcomes("""
        definition:
          mode: All
          policyRule:
            if: { field: type, equals: A.B/c }
            then: { effect: auditIfNotExists, details: { type: A.B/c/d, existenceCondition: { field: properties.on, equals: true } } }
        resource: { id: /subscriptions/s/resourceGroups/g/providers/A.B/c/one, type: A.B/c }
        related: [{ type: A.B/c/d, properties: { on: false } }]
        tests:
          - expect: { compliance: NonCompliant, effect: AuditIfNotExists, existing: unsatisfied, reason: 'properties.on is false; expected: equals true' }
          - { related: [], expect: { existing: none } }
          - { related: [{ file: on.json }], expect: { existing: satisfied, effect: none } }
          - { related: [{ type: A.B/c/d, properties: { on: true } }], expect: Compliant }

        """));

    [Fact]
    public void Modify_and_append_change_the_resource() => Assert.Equal("Passed\nPassed", new TestBench(("append.json", """
        {"policyRule": {"if": {"field": "type", "equals": "A.B/c"}, "then": {"effect": "append", "details": [{"field": "tags['owner']", "value": "me"}]}}}
        """)).Outcomes("""
        policy: append.json
        resource: { type: A.B/c, location: here }
        tests:
          - expect: { effect: Append, changes: { "tags['owner']": me, tags.other: null }, resource: { type: A.B/c, location: here, tags: { owner: me } } }
          - with: { tags.owner: you }
            expect: { denied: true, changes: { tags.owner: you }, message: append acts as deny }

        """));

    [Fact]
    public void Failed_evaluation_denies_a_write() => Assert.Equal("Passed", new TestBench().Outcomes("""
        definition:
          mode: All
          policyRule: { if: { value: "[int(field('name'))]", equals: 1 }, then: { effect: audit } }
        resource: { name: x, type: A.B/c }
        tests:
          - { write: put, expect: { compliance: Error, denied: true, message: int } }

        """));

    [Fact]
    public void Deny_action_denies_a_delete() => Assert.Equal("Passed\nPassed", new TestBench().Outcomes("""
        definition:
          mode: All
          policyRule: { if: { field: type, equals: A.B/c }, then: { effect: denyAction, details: { actionNames: [delete] } } }
        resource: { name: x, type: A.B/c }
        tests:
          - { write: delete, expect: { compliance: Protected, denied: true } }
          - { write: put, expect: { compliance: Protected, denied: false } }

        """));

    [Fact]
    public void Initiative_rolls_its_members_up()
    {
        var bench = new TestBench(
            ("set.json", """
                {"name": "set", "properties": {"parameters": {"effect": {"type": "String"}}, "policyDefinitions": [
                  {"policyDefinitionReferenceId": "big", "policyDefinitionId": "/providers/Microsoft.Authorization/policyDefinitions/size", "parameters": {"effect": {"value": "[parameters('effect')]"}}},
                  {"policyDefinitionReferenceId": "named", "policyDefinitionName": "name"}]}}
                """),
            ("size.json", """{"name": "size", "properties": {"mode": "All", "parameters": {"effect": {"type": "String"}}, "policyRule": {"if": {"field": "properties.size", "greater": 3}, "then": {"effect": "[parameters('effect')]"}}}}"""),
            ("name.json", """{"name": "name", "properties": {"mode": "All", "policyRule": {"if": {"field": "name", "equals": "x"}, "then": {"effect": "audit"}}}}"""));

        Assert.Equal(
            "Passed\nFailed policies.big: Compliant <> NonCompliant @6 policies.none: Compliant <> there is no such reference @6\nBroken PLB2040 @7",
            bench.Outcomes("""
                policy: set.json
                resource: { type: A.B/c, name: y, properties: { size: 5 } }
                tests:
                  - parameters: { effect: deny }
                    expect: { compliance: NonCompliant, effect: Deny, denied: true, policies: { big: NonCompliant, named: Compliant } }
                  - { parameters: { effect: deny }, expect: { policies: { big: Compliant, none: Compliant } } }
                  - { expect: NonCompliant }

                """));
    }

    [Fact]
    public void Policy_that_is_missing_or_wrong_is_told()
    {
        var bench = new TestBench(("set.json", """{"policyDefinitions": [{"policyDefinitionId": "gone"}]}"""));

        Assert.Equal("PLB9001 1:9", Problems(bench, "policy: none.json"));
        Assert.Equal("PLB6002 1:10", Problems(bench, "builtIn: 00000000-0000-0000-0000-000000000000"));
        Assert.Equal("PLB6002 1:24", Problems(bench, "policy: set.json"));
        Assert.StartsWith("PLB2", Problems(bench, "definition: { policyRule: { if: { field: name, equals: a }, then: {} } }"), StringComparison.Ordinal);
    }

    private static string Problems(TestBench bench, string policy)
    {
        var result = bench.Run($"{policy}\nresource: {{ type: A.B/c }}\ntests: [{{ expect: Compliant }}]\n");
        Assert.True(result.IsUnreadable);
        return string.Join(" ", result.Problems.Where(problem => problem.IsError).Select(problem => $"{problem.Code} {problem.Location.Span?.Line}:{problem.Location.Span?.Column}"));
    }
}
