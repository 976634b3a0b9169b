using Plumbline.Policy.Values;
using static Plumbline.UnitTests.Policy.Effects.EffectSample;

namespace Plumbline.UnitTests.Policy.Effects;

public sealed class EffectApplierTests
{
    private const string Tls = "Microsoft.Storage/storageAccounts/minimumTlsVersion";
    private const string Rules = "Microsoft.Storage/storageAccounts/networkAcls.ipRules";

    [Theory]
    [InlineData(Tls, "\"TLS1_2\"", """{"properties":{"a":1,"minimumTlsVersion":"TLS1_2"}}""", "properties.minimumTlsVersion")]
    [InlineData("tags.owner", "\"me\"", """{"properties":{"a":1},"tags":{"owner":"me"}}""", "tags.owner")]
    [InlineData("tags['cost.center']", "\"[field('name')]\"", """{"properties":{"a":1},"tags":{"cost.center":"a"}}""", "tags.cost.center")]
    public void Modify_changes_the_document_and_tells_it(string field, string value, string expected, string path)
    {
        var outcome = Apply(Account("""  "properties": {"a": 1} """), null, Modify(Set(field, value)));

        Assert.Equal(expected, Rest(outcome.Document));
        var change = Assert.Single(outcome.Changes);
        Assert.Equal(("addOrReplace", path, UndefinedValue.Instance), (change.Operation, change.Path, change.Before));
        Assert.False(outcome.IsDenied);
    }

    [Fact]
    public void Value_that_is_there_already_is_no_change()
    {
        var outcome = Apply(Account("""  "tags": {"Owner": "me"} """), null, Modify(Set("tags.owner", "\"me\"")));

        Assert.Empty(outcome.Changes);
        Assert.Equal("""{"tags":{"Owner":"me"}}""", Rest(outcome.Document));
    }

    [Fact]
    public void Append_comes_before_modify_whatever_the_order_of_the_assignments()
    {
        var outcome = Apply(Account("""  "tags": {} """), null, Modify(Set("tags.x", "\"modified\"")), Append("tags.x", "\"appended\""));

        Assert.Equal(["append", "addOrReplace"], outcome.Changes.Select(change => change.Operation));
        Assert.Equal("""{"tags":{"x":"modified"}}""", Rest(outcome.Document));
    }

    [Fact]
    public void Append_that_meets_another_value_refuses_and_changes_nothing()
    {
        var outcome = Apply(Account("""  "tags": {"x": "1"} """), null, Append("tags.y", "\"1\""), Append("tags.x", "\"2\""));

        Assert.Equal(("tags.x", "/d1"), (Assert.Single(outcome.Conflicts).Field, outcome.Conflicts[0].Record.Policy.DefinitionId));
        Assert.Empty(outcome.Changes);
        Assert.Equal("""{"tags":{"x":"1"}}""", Rest(outcome.Document));
    }

    [Theory]
    [InlineData("[*]", "\"b\"", """["a","b"]""")]
    [InlineData("", "[\"a\"]", """["a"]""")]
    public void Append_to_an_array_adds_a_member_or_meets_the_same_array(string suffix, string value, string expected)
    {
        var outcome = Apply(Account("""  "properties": {"networkAcls": {"ipRules": ["a"]}} """), null, Append(Rules + suffix, value));

        Assert.Equal("""{"properties":{"networkAcls":{"ipRules":""" + expected + "}}}", Rest(outcome.Document));
    }

    [Fact]
    public void Append_of_two_policies_adds_two_members()
    {
        var outcome = Apply(Account("""  "properties": {"networkAcls": {}} """), null, Append(Rules + "[*]", "\"a\""), Append(Rules + "[*]", "\"b\""));

        Assert.Equal("""{"properties":{"networkAcls":{"ipRules":["a","b"]}}}""", Rest(outcome.Document));
        Assert.Equal(2, outcome.Changes.Length);
    }

    [Fact]
    public void Modify_of_a_member_changes_every_member()
    {
        var outcome = Apply(Account("""  "properties": {"networkAcls": {"ipRules": [{"v": 1}, {"v": 2, "action": "Deny"}]}} """), null, Modify(Set(Rules + "[*].action", "\"Allow\"")));

        Assert.Equal("""{"properties":{"networkAcls":{"ipRules":[{"v":1,"action":"Allow"},{"v":2,"action":"Allow"}]}}}""", Rest(outcome.Document));
    }

    [Fact]
    public void Parent_that_is_not_there_is_skipped()
    {
        var outcome = Apply(Account("""  "properties": {} """), null, Modify(Set("Microsoft.Storage/storageAccounts/networkAcls.defaultAction", "\"Deny\"")));

        Assert.Equal("""{"properties":{}}""", Rest(outcome.Document));
        Assert.EndsWith("the property it would be part of is not there", Assert.Single(outcome.Skipped).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-01-01", "deny", true, """{"properties":{}}""")]
    [InlineData("2019-01-01", "audit", false, """{"properties":{}}""")]
    [InlineData("2019-01-01", "disabled", false, """{"properties":{}}""")]
    [InlineData("2020-01-01", "deny", false, """{"properties":{"oldTls":"TLS1_2"}}""")]
    [InlineData(null, "deny", false, """{"properties":{"minimumTlsVersion":"TLS1_2"}}""")]
    public void Alias_is_modified_as_the_api_version_says(string? apiVersion, string conflictEffect, bool isDenied, string expected)
    {
        var outcome = Apply(Account("""  "properties": {} """), apiVersion, Modify(Set(Tls, "\"TLS1_2\""), conflictEffect));

        Assert.Equal((isDenied, expected), (outcome.IsDenied, Rest(outcome.Document)));
    }

    [Theory]
    [InlineData(Tls, "12")]
    [InlineData("Microsoft.Storage/storageAccounts/allowBlobPublicAccess", "\"false\"")]
    [InlineData("location", "\"westeurope\"")]
    [InlineData("kind", "\"x\"")]
    public void What_cannot_be_modified_falls_back_to_the_conflict_effect(string field, string value)
    {
        var denied = Apply(Account("""  "properties": {} """), null, Modify(Set(field, value)));
        var audited = Apply(Account("""  "properties": {} """), null, Modify(Set(field, value) + "," + Set("tags.a", "\"1\""), "audit"));

        Assert.Equal(field, Assert.Single(denied.Conflicts).Field);
        Assert.Equal("""{"properties":{},"tags":{"a":"1"}}""", Rest(audited.Document));
        Assert.Equal(field, Assert.Single(audited.Skipped).Field);
    }

    [Fact]
    public void Remove_is_for_tags_only()
    {
        var tag = Apply(Account("""  "tags": {"A": "1"}, "properties": {"minimumTlsVersion": "x"} """), null, Modify("""{"operation": "remove", "field": "tags.a"}"""));
        var property = Apply(Account("""  "properties": {"minimumTlsVersion": "x"} """), null, Modify($$"""{"operation": "remove", "field": "{{Tls}}"}"""));

        Assert.Equal("""{"tags":{},"properties":{"minimumTlsVersion":"x"}}""", Rest(tag.Document));
        Assert.Equal(UndefinedValue.Instance, Assert.Single(tag.Changes).After);
        Assert.True(property.IsDenied);
    }

    [Fact]
    public void Identity_of_anything_but_a_virtual_machine_makes_the_policy_not_applicable()
    {
        var outcome = Apply(Account("""  "tags": {} """), null, Modify(Set("tags.a", "\"1\"") + "," + Set("identity.type", "\"SystemAssigned\"")));
        var machine = (ObjectValue)Json("""{"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/v", "name": "v", "type": "Microsoft.Compute/virtualMachines"}""");
        var modified = Apply(machine, null, Modify(Set("identity.type", "\"SystemAssigned\"")).Replace("Microsoft.Storage/storageAccounts", "Microsoft.Compute/virtualMachines", StringComparison.Ordinal));

        Assert.Equal("""{"tags":{}}""", Rest(outcome.Document));
        Assert.Equal("""{"identity":{"type":"SystemAssigned"}}""", Rest(modified.Document));
    }

    [Fact]
    public void Alias_of_another_type_is_skipped()
    {
        var outcome = Apply(Account("""  "properties": {} """), null, Modify(Set("Microsoft.Web/sites/httpsOnly", "true") + "," + Set("Microsoft.Storage/storageAccounts/allowBlobPublicAccess", "false")));

        Assert.Equal("""{"properties":{"allowBlobPublicAccess":false}}""", Rest(outcome.Document));
        Assert.Equal("Microsoft.Web/sites/httpsOnly", Assert.Single(outcome.Skipped).Field);
    }

    [Theory]
    [InlineData("deny", "1", "deny", "2", 2, "{}")]
    [InlineData("deny", "1", "audit", "2", 0, """{"a":"1","l":"1"}""")]
    [InlineData("audit", "1", "deny", "2", 0, """{"A":"2","r":"2"}""")]
    [InlineData("disabled", "1", "deny", "2", 0, """{"A":"2","r":"2"}""")]
    [InlineData("audit", "1", "audit", "2", 0, "{}")]
    [InlineData("deny", "1", "deny", "1", 0, """{"a":"1","l":"1","r":"1"}""")]
    public void Policies_that_contradict_each_other_are_decided_by_their_conflict_effects(string leftEffect, string left, string rightEffect, string right, int conflicts, string tags)
    {
        var outcome = Apply(
            Account("""  "tags": {} """),
            null,
            Modify(Set("tags.a", $"\"{left}\"") + "," + Set("tags.l", $"\"{left}\""), leftEffect),
            Modify(Set("tags['A']", $"\"{right}\"") + "," + Set("tags.r", $"\"{right}\""), rightEffect));

        Assert.Equal(conflicts, outcome.Conflicts.Length);
        Assert.Equal("{\"tags\":" + tags + "}", Rest(outcome.Document));
    }

    [Fact]
    public void Operation_whose_condition_is_false_is_left_out()
    {
        var outcome = Apply(Account("""  "tags": {} """), null, Modify("""{"operation": "add", "field": "tags.a", "value": "1", "condition": "[equals(1, 2)]"}, {"operation": "add", "field": "tags.b", "value": "1", "condition": "[equals(1, 1)]"}"""));

        Assert.Equal("""{"tags":{"b":"1"}}""", Rest(outcome.Document));
    }
}
