using Plumbline.Planning.Objects;
using static Plumbline.PlanningTests.Impact.ImpactSample;

namespace Plumbline.PlanningTests.Impact;

/// <summary>What a change means for resources: counts are compliant, newly non-compliant, newly compliant, denied, modified, deployed.</summary>
public sealed class ImpactTests
{
    private static readonly string[] Resources = [Resource("small", "1"), Resource("big", "9")];

    [Fact]
    public void New_assignment_denies_what_violates_it()
    {
        var impact = Of([Definition(), Initiative], [Definition(), Initiative, Assignment()], Resources);

        Assert.Equal((1, 1, 0, 1, 0, 0), Counts(impact));
        Assert.Equal(("NS-1", 2), (impact.Controls[0].Control, impact.Resources));
        Assert.Equal(["big size denied inventory.json:2"], Findings(impact));
    }

    [Fact]
    public void Assignment_that_is_not_enforced_denies_nothing()
    {
        var impact = Of([Definition(), Initiative], [Definition(), Initiative, Assignment(""","enforcementMode":"DoNotEnforce" """)], Resources);

        Assert.Equal((1, 1, 0, 0, 0, 0), Counts(impact));
        Assert.Equal(["big size newlyNonCompliant inventory.json:2"], Findings(impact));
    }

    [Fact]
    public void Enforcing_what_was_reported_denies_without_new_violations()
    {
        var impact = Of([Definition(), Initiative, Assignment(""","enforcementMode":"DoNotEnforce" """)], [Definition(), Initiative, Assignment()], Resources);

        Assert.Equal((1, 0, 0, 1, 0, 0), Counts(impact));
        Assert.Equal(["big size denied inventory.json:2"], Findings(impact));
    }

    [Fact]
    public void Exempt_resource_is_not_newly_non_compliant()
    {
        var impact = Of([Definition(), Initiative], [Definition(), Initiative, Assignment(), Exemption("g")], [.. Resources, Resource("other", "9", "h")]);

        Assert.Equal((0, 1, 0, 1, 0, 0), Counts(impact));
        Assert.Equal(["other size denied inventory.json:3"], Findings(impact));
    }

    [Fact]
    public void Exemption_that_has_ended_exempts_nothing()
    {
        var impact = Of([Definition(), Initiative], [Definition(), Initiative, Assignment(), Exemption("g", ""","expiresOn":"2026-05-31T00:00:00Z" """)], Resources);

        Assert.Equal(["big size denied inventory.json:2"], Findings(impact));
    }

    [Fact]
    public void End_of_an_exemption_concerns_the_assignment_it_is_from()
    {
        var impact = Of([Definition(), Initiative, Assignment(), Exemption("g")], [Definition(), Initiative, Assignment()], Resources);

        Assert.Equal(["big size denied inventory.json:2"], Findings(impact));
    }

    [Fact]
    public void Override_of_the_effect_decides_what_is_denied()
    {
        var audit = Assignment(""","overrides":[{"kind":"policyEffect","value":"audit","selectors":[{"kind":"policyDefinitionReferenceId","in":["size"]}]}]""");

        Assert.Equal(["big size newlyNonCompliant inventory.json:2"], Findings(Of([Definition(), Initiative], [Definition(), Initiative, audit], Resources)));
        Assert.Equal(["big size denied inventory.json:2"], Findings(Of([Definition(), Initiative, audit], [Definition(), Initiative, Assignment()], Resources)));
    }

    [Fact]
    public void Selector_of_resources_narrows_the_impact()
    {
        var elsewhere = Assignment(""","resourceSelectors":[{"name":"s","selectors":[{"kind":"resourceLocation","in":["northeurope"]}]}]""");

        var impact = Of([Definition(), Initiative], [Definition(), Initiative, elsewhere], Resources);

        Assert.Equal((0, 0), (impact.Controls.Length, impact.Findings.Length));
    }

    [Fact]
    public void Excluded_scope_is_left_out() =>
        Assert.Empty(Of([Definition(), Initiative], [Definition(), Initiative, Assignment($$""","notScopes":["{{Scope}}/resourceGroups/g"]""")], Resources).Findings);

    [Fact]
    public void Disabled_policy_changes_nothing() =>
        Assert.Empty(Of([Definition("disabled"), Initiative], [Definition("disabled"), Initiative, Assignment()], Resources).Findings);

    [Fact]
    public void Looser_rule_makes_resources_compliant()
    {
        var impact = Of([Definition(), Initiative, Assignment()], [Definition(most: 10), Initiative, Assignment()], [Resource("big", "9"), Resource("huge", "99")]);

        Assert.Equal(["big size newlyCompliant inventory.json:1"], Findings(impact));
        Assert.Equal((1, 0, 1, 0, 0, 0), Counts(impact));
    }

    [Fact]
    public void Deleted_assignment_denies_nothing_any_more() =>
        Assert.Empty(Of([Definition(), Initiative, Assignment()], [Definition(), Initiative], Resources).Findings);

    [Fact]
    public void Modify_is_told_beside_the_violation()
    {
        const string details = ""","details":{"roleDefinitionIds":["r"],"operations":[{"operation":"addOrReplace","field":"tags.a","value":"b"}]}""";

        var impact = Of([Definition("modify", details: details), Initiative], [Definition("modify", details: details), Initiative, Assignment()], Resources);

        Assert.Equal((1, 1, 0, 0, 1, 0), Counts(impact));
    }

    [Fact]
    public void Deployment_is_counted_where_the_related_resource_is_missing()
    {
        const string details = ""","details":{"type":"A.B/c/locks","roleDefinitionIds":["r"],"deployment":{"properties":{"mode":"incremental","template":{}}}}""";
        var locked = $$"""{"id":"{{Scope}}/resourceGroups/g/providers/A.B/c/safe/locks/l","name":"safe/l","type":"A.B/c/locks"}""";

        var impact = Of([Definition("deployIfNotExists", details: details), Initiative], [Definition("deployIfNotExists", details: details), Initiative, Assignment()], [.. Resources, Resource("safe", "9"), locked]);

        Assert.Equal(1, impact.Controls[0].Deployed);
        Assert.Equal(["big size newlyNonCompliant inventory.json:2"], Findings(impact));
    }

    [Fact]
    public void Template_value_that_is_not_known_is_no_change()
    {
        var impact = Of([Definition(), Initiative], [Definition(), Initiative, Assignment()], isPlanned: true, Resource("template", "\"[parameters('size')]\""), Resource("big", "9"));

        Assert.Equal(["big size denied inventory.json:2"], Findings(impact));
        Assert.Equal((0, 1, 0, 1, 0, 0), Counts(impact));
    }

    [Fact]
    public void Assignment_that_the_plan_does_not_concern_is_not_evaluated()
    {
        var other = new ArmObject(ArmObjectKind.PolicyDefinition, IdOf(ArmObjectKind.PolicyDefinition, "other"), Definition().Document);

        Assert.Empty(Of([Definition(), Initiative, Assignment()], [Definition(), Initiative, Assignment(), other], Resources).Controls);
    }

    [Fact]
    public void Resource_of_two_inputs_counts_once() =>
        Assert.Equal((0, 1, 0, 1, 0, 0), Counts(Of([Definition(), Initiative], [Definition(), Initiative, Assignment()], Resource("big", "9"), Resource("BIG", "9"))));
}
