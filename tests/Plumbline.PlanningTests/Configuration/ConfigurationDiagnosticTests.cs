using static Plumbline.PlanningTests.Configuration.ConfigurationText;

namespace Plumbline.PlanningTests.Configuration;

public sealed class ConfigurationDiagnosticTests
{
    [Theory]
    [InlineData("  production:", "  local:", "PLB4101", 2, 3)]
    [InlineData("  production:", "  pro:duction:", "PLB2201", 2, 3)]
    [InlineData("    ownerId: 2F6F1D0A-93B4-4E53-8F3E-5A0C6D1B7E42\n", "", "PLB2200", 2, 3)]
    [InlineData("2F6F1D0A-93B4", "2F6F1D0A-93B", "PLB1106", 3, 14)]
    [InlineData("    ownerId:", "    cloud: custom\n    ownerId:", "PLB4102", 3, 12)]
    [InlineData("    ownerId:", "    cloud: public\n    endpoint: https://localhost\n    ownerId:", "PLB4103", 4, 5)]
    [InlineData("    ownerId:", "    cloud: local\n    endpoint: https://contoso.example\n    ownerId:", "PLB2223", 4, 15)]
    [InlineData("definitionScope: /subscriptions/0", "definitionScope: /subscriptions/x0", "PLB2202", 4, 22)]
    [InlineData("definitionScope: /subscriptions/00000000-0000-0000-0000-000000000001", "definitionScope: /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/a", "PLB2203", 4, 22)]
    [InlineData("assignments:", "asignments:", "PLB1101", 5, 5)]
    [InlineData("    definitionScope:", "    tenant: contoso\n    definitionScope:", "PLB1106", 4, 13)]
    [InlineData("    assignments:", "    guards: { privilegedRoles: [Ownr] }\n    assignments:", "PLB2218", 5, 33)]
    [InlineData("    assignments:", "    guards: { maxDeletes: -1 }\n    assignments:", "PLB1110", 5, 27)]
    public void Environment_with_a_mistake_is_reported_at_its_place(string text, string replacement, string code, int line, int column) =>
        Expect(Small.Replace(text, replacement, StringComparison.Ordinal), code, line, column);

    [Theory]
    [InlineData("policy: baseline", "PLB1111", 8, 9)]
    [InlineData("scope: /subscriptions/1", "PLB2202", 8, 16)]
    [InlineData("scope: /subscriptions/00000000-0000-0000-0000-000000000002", "PLB2206", 8, 16)]
    [InlineData("scopes: []", "PLB1109", 8, 17)]
    [InlineData("notScopes: [/subscriptions/00000000-0000-0000-0000-000000000002]", "PLB2207", 8, 21)]
    [InlineData("notScopes: [/subscriptions/00000000-0000-0000-0000-000000000001]", "PLB2207", 8, 21)]
    [InlineData("notScopes: [/x]", "PLB2202", 8, 21)]
    [InlineData("enforcementMode: DoNotEnfore", "PLB1105", 8, 26)]
    [InlineData("effects: [{ control: NS-1, effect: Deni }]", "PLB2209", 8, 44)]
    [InlineData("effects: [{ control: NS-1, policy: x, effect: Deny }]", "PLB1111", 8, 36)]
    [InlineData("exclusions: [{ control: NS-1 }]", "PLB1102", 8, 22)]
    [InlineData("location: global", "PLB2214", 8, 19)]
    [InlineData("location: ''", "PLB1108", 8, 19)]
    [InlineData("identity: { type: SystemAssigned }", "PLB2213", 8, 9)]
    [InlineData("identity: { type: UserAssigned, location: westeurope }", "PLB2215", 8, 27)]
    [InlineData("identity: { type: SystemAssigned, id: /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/a/providers/Microsoft.ManagedIdentity/userAssignedIdentities/b, location: westeurope }", "PLB2216", 8, 47)]
    [InlineData("identity: { id: /subscriptions/00000000-0000-0000-0000-000000000001, location: westeurope }", "PLB2217", 8, 25)]
    [InlineData("identity: { principalId: 11111111-1111-1111-1111-111111111111, location: westeurope }", "PLB1113", 8, 21)]
    [InlineData("roles: [{ role: Contributr, scope: /subscriptions/00000000-0000-0000-0000-000000000001 }]", "PLB2218", 8, 25)]
    [InlineData("roles: [{ role: Contributor, scope: /subscriptions/x }]", "PLB2202", 8, 45)]
    [InlineData("resourceSelectors: [{ name: a, selectors: [{ kind: resourceLocation }] }]", "PLB1112", 8, 52)]
    [InlineData("resourceSelectors: [{ name: a, selectors: [{ kind: resourceLocation, in: [a], notIn: [b] }] }]", "PLB1111", 8, 87)]
    [InlineData("resourceSelectors: [{ name: a, selectors: [{ kind: resourceType, in: [a] }, { kind: resourceType, in: [b] }] }]", "PLB2220", 8, 93)]
    [InlineData("resourceSelectors: [{ name: a, selectors: [{ kind: resourceLocation, in: [a] }, { kind: resourceWithoutLocation, in: [b] }] }]", "PLB2221", 8, 51)]
    [InlineData("messages: [{ text: a }, { text: b }]", "PLB2224", 8, 33)]
    [InlineData("messages: [{ control: a, policy: b, text: c }]", "PLB1111", 8, 34)]
    [InlineData("definitionVersion: 1.2.3", "PLB1106", 8, 28)]
    [InlineData("parameters: [a]", "PLB1103", 8, 21)]
    public void Assignment_with_a_mistake_is_reported_at_its_place(string more, string code, int line, int column) =>
        Expect($"{Small}\n        {more}", code, line, column);

    [Theory]
    [InlineData("- { name: A2345678901234567890123456789012345678901234567890123456789012345, initiative: x }", "PLB1107", 8, 17)]
    [InlineData("- { name: BASELINE, initiative: other }", "PLB2205", 8, 17)]
    [InlineData("- { name: other, initiative: /providers/Microsoft.Authorization/policyDefinitions/x }", "PLB2208", 8, 36)]
    [InlineData("- { name: other, policy: /subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/policyDefinitions/x }", "PLB2208", 8, 32)]
    [InlineData("- { name: a/b, initiative: x }", "PLB1106", 8, 17)]
    [InlineData("- { name: 12, initiative: x }", "PLB1104", 8, 17)]
    [InlineData("- { name: a-name-of-25-characters--, policy: /providers/Microsoft.Authorization/policyDefinitions/x, scope: /providers/Microsoft.Management/managementGroups/contoso }", "PLB2204", 8, 17)]
    public void Another_assignment_with_a_mistake_is_reported_at_its_place(string more, string code, int line, int column) =>
        Expect($"{Small}\n      {more}", code, line, column);

    [Theory]
    [InlineData("    ring: canary", "PLB1113", 8, 5)]
    [InlineData("    ring: cannary\n    rings: [{ name: canary }]", "PLB2210", 8, 11)]
    [InlineData("    rings: [{ name: canary }, { name: canary }]", "PLB2211", 8, 39)]
    [InlineData("    rings: [{ name: canary, assignments: [basline] }]", "PLB2212", 8, 43)]
    [InlineData("    rings: [{ name: canary, locations: [] }]", "PLB1109", 8, 40)]
    [InlineData("    rings: [{ name: canary, gate: { soak: 7 days } }]", "PLB1106", 8, 43)]
    [InlineData("    rings: [{ name: canary, gate: { minCompliance: 101 } }]", "PLB1110", 8, 52)]
    [InlineData("    rings: [{ name: canary, gate: { minCompliance: high } }]", "PLB1103", 8, 52)]
    [InlineData("    rings: []", "PLB1109", 8, 12)]
    public void Ring_with_a_mistake_is_reported_at_its_place(string more, string code, int line, int column) =>
        Expect($"{Small}\n{more}", code, line, column);

    [Fact]
    public void More_than_Azure_accepts_is_reported()
    {
        Expect($"{Small}\n        notScopes: [{Many(401, i => $"{Subscription}/resourceGroups/g{i}")}]", "PLB2222", 8, 20);
        Expect($"{Small}\n        resourceSelectors: [{{ name: a, selectors: [{{ kind: resourceLocation, in: [{Many(51, i => $"r{i}")}] }}] }}]", "PLB2222", 8, 82);
        Expect($"{Small}\n        resourceSelectors: [{Many(11, i => $"{{ name: n{i}, selectors: [{{ kind: resourceLocation, in: [a] }}] }}")}]", "PLB2222", 8, 28);
        Expect($"{Small}\n    rings: [{{ name: a, locations: [{Many(51, i => $"r{i}")}] }}]", "PLB2222", 8, 35);
    }

    [Theory]
    [InlineData("- { name: other, initiativ: x }", "did you mean 'initiative'?")]
    [InlineData("- { name: other, initiative: x, roles: [{ role: Network Contributer, scope: /subscriptions/00000000-0000-0000-0000-000000000001 }] }", "did you mean 'Network Contributor'?")]
    [InlineData("- { name: other, initiative: x, effects: [{ control: a, effect: AuditIfNotExist }] }", "did you mean 'AuditIfNotExists'?")]
    public void Mistyped_word_is_told_the_nearest_one(string more, string help) =>
        Assert.Equal(help, Assert.Single(Read($"{Small}\n      {more}").Diagnostics).Help);

    private static string Many(int count, Func<int, string> one) => string.Join(", ", Enumerable.Range(1, count).Select(one));

    private static void Expect(string text, string code, int line, int column)
    {
        var read = Read(text);

        Assert.Null(read.Value);
        var diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal((code, line, column), (diagnostic.Code, diagnostic.Location.Span?.Line, diagnostic.Location.Span?.Column));
    }
}
