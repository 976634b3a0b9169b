using Plumbline.Policy.Assignments;
using static Plumbline.EmulatorTests.Effects.EffectRules;
using static Plumbline.EmulatorTests.Effects.PolicyWorld;

namespace Plumbline.EmulatorTests.Effects;

public sealed class ResourceWriterTests
{
    private const string Plain = """{"location":"westeurope","kind":"StorageV2","properties":{"big":12345678901234567890123}}""";

    [Fact]
    public async Task Modify_comes_before_deny_and_is_stored()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("deny", DenyWithoutTag("owner"));
        await world.AssignAsync("modify", ModifyTag("owner", "me"));

        var written = await world.WriteAsync(Accounts + "/a", Plain);

        Assert.Null(written.Error);
        Assert.Equal("""{"owner":"me"}""", world.Stored(Accounts + "/a", "tags"));
        Assert.Equal("""{"big":12345678901234567890123}""", world.Stored(Accounts + "/a", "properties"));
        Assert.Equal(["Compliant", "Compliant"], written.Records.Select(record => record.State.ToString()));
        Assert.Equal("tags.owner", Assert.Single(written.Changes).Path);
    }

    [Fact]
    public async Task Every_policy_that_denies_is_named()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("kind", DenyKind("StorageV2"));
        await world.AssignAsync("owner", DenyWithoutTag("owner"));
        await world.AssignAsync("tagged", AppendTag("a", "2"));

        var written = await world.WriteAsync(Accounts + "/a", """{"location":"westeurope","kind":"StorageV2","tags":{"a":"1"}}""");

        Assert.Equal((403, "RequestDisallowedByPolicy"), (written.Error?.Status, written.Error?.Code));
        Assert.Equal(["Append tagged", "Deny kind", "Deny owner"], written.Denials.Select(record => $"{record.Effect} {record.Policy.Assignment.Id.Split('/')[^1]}"));
        Assert.Null(world.Stored(Accounts + "/a", "kind"));
        Assert.Equal(3, written.Error?.AdditionalInfo?.GetArrayLength());
    }

    [Fact]
    public async Task Modify_policies_that_contradict_each_other_refuse_the_write()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("one", ModifyTag("a", "1"));
        await world.AssignAsync("two", ModifyTag("a", "2"));

        var written = await world.WriteAsync(Accounts + "/a", Plain);

        Assert.Equal(["one", "two"], written.Denials.Select(record => record.Policy.Assignment.Id.Split('/')[^1]));
        Assert.Contains("another policy gives the property another value", written.Error?.AdditionalInfo?.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""","enforcementMode":"DoNotEnforce" """)]
    [InlineData(""","enforcementMode":"Enroll" """)]
    [InlineData($$""","notScopes":["{{Group}}"] """)]
    public async Task What_is_not_enforced_changes_and_deploys_nothing(string more)
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("modify", ModifyTag("owner", "me"), more);
        await world.AssignAsync("deploy", Deploy(), more);

        var written = await world.WriteAsync(Accounts + "/a", Plain);

        Assert.Empty(written.Changes);
        Assert.Empty(written.Deployments);
        Assert.Null(world.Stored(Accounts + "/a", "tags"));
    }

    [Fact]
    public async Task Exemption_holds_modify_back_and_enrolment_lets_it_act()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("exempt", ModifyTag("a", "1"));
        await world.AssignAsync("enrolled", ModifyTag("b", "1"), ""","enforcementMode":"Enroll" """);
        await world.StoreAsync(Group + "/providers/Microsoft.Authorization/policyExemptions/e", $$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/exempt","exemptionCategory":"Waiver"} }""");
        await world.StoreAsync(Group + "/providers/Microsoft.Authorization/policyEnrollments/e", $$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/enrolled"} }""");

        await world.WriteAsync(Accounts + "/a", Plain);

        Assert.Equal("""{"b":"1"}""", world.Stored(Accounts + "/a", "tags"));
    }

    [Fact]
    public async Task Patch_of_tags_asks_only_policies_that_look_at_tags()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("kind", DenyKind("StorageV2"));

        var tagged = await world.WriteAsync(Accounts + "/a", Plain, changesTagsOnly: true);
        await world.AssignAsync("owner", DenyWithoutTag("owner"));
        var refused = await world.WriteAsync(Accounts + "/a", Plain, changesTagsOnly: true);

        Assert.Null(tagged.Error);
        Assert.Equal("owner", Assert.Single(refused.Denials).Policy.Assignment.Id.Split('/')[^1]);
    }

    [Fact]
    public async Task Resource_group_is_modified_and_keeps_its_own_type()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("tag", ModifyTag("owner", "me").Replace("Microsoft.Storage/storageAccounts", "Microsoft.Resources/subscriptions/resourceGroups", StringComparison.Ordinal), mode: "All");

        await world.WriteAsync(Group, """{"type":"Microsoft.Resources/resourceGroups","location":"westeurope","properties":{}}""");

        Assert.Equal(("""{"owner":"me"}""", "\"Microsoft.Resources/resourceGroups\""), (world.Stored(Group, "tags"), world.Stored(Group, "type")));
    }

    [Fact]
    public async Task Deployment_is_called_for_when_nothing_related_exists()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("deploy", Deploy());

        var written = await world.WriteAsync(Accounts + "/a", Plain);
        await world.StoreAsync(Accounts + "/a/providers/Microsoft.Insights/diagnosticSettings/log", """{"properties":{}}""");
        var again = await world.WriteAsync(Accounts + "/a", Plain);

        Assert.Equal((Accounts + "/a", Policies + "/policyAssignments/deploy"), (Assert.Single(written.Deployments).Resource.Text, written.Deployments[0].AssignmentId));
        Assert.Equal(ComplianceState.NonCompliant, Assert.Single(written.Records).State);
        Assert.Empty(again.Deployments);
    }

    [Fact]
    public async Task Existence_condition_that_cannot_be_evaluated_does_not_refuse_the_write()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("deploy", Deploy("""  "name":"[concat(1)]","resourceGroupName":"[div(1, 0)]", """));

        Assert.Null((await world.WriteAsync(Accounts + "/a", Plain)).Error);
    }

    [Theory]
    [InlineData("Microsoft.Authorization/locks/l")]
    [InlineData("Microsoft.PolicyInsights/remediations/r")]
    [InlineData("Microsoft.Resources/deployments/d")]
    public async Task What_is_no_resource_of_a_provider_is_not_evaluated_or_is_by_its_own_policies(string name)
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("owner", DenyWithoutTag("owner"));

        Assert.Null((await world.WriteAsync($"{Group}/providers/{name}", "{}")).Error);
    }
}
