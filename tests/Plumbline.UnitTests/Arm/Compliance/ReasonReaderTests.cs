using System.Text.Json;
using Plumbline.Arm.Compliance;
using Plumbline.Reporting;

namespace Plumbline.UnitTests.Arm.Compliance;

public sealed class ReasonReaderTests
{
    private static ComplianceReason[] Read(string expressions, string effect = "Audit", string ifNotExists = "null") =>
        [.. ReasonReader.Read(JsonDocument.Parse($$"""{"evaluatedExpressions":[{{expressions}}],"ifNotExistsDetails":{{ifNotExists}}}""").RootElement, effect)];

    private static string Field(string path, string name, string? actual, string target, string result = "True", string kind = "Field") =>
        $$"""{"result":"{{result}}","expressionKind":"{{kind}}","expression":"Microsoft.App/containerApps/{{path}}","path":"properties.{{path}}",{{(actual is null ? "" : $"\"expressionValue\":{actual},")}}"targetValue":{{target}},"operator":"{{name}}"}""";

    private static string Plain(string field, string actual, string result = "True") =>
        $$"""{"result":"{{result}}","expressionKind":"Field","expression":"{{field}}","path":"{{field}}","expressionValue":{{actual}},"targetValue":{{actual}},"operator":"Equals"}""";

    [Fact]
    public void Violated_property_is_a_reason_and_the_type_is_none()
    {
        var reasons = Read($"{Plain("type", "\"Microsoft.App/containerApps\"")},{Field("configuration.ingress.external", "Equals", "true", "\"true\"")}");

        ComplianceReason[] expected =
        [
            new("properties.configuration.ingress.external", "Equals", "true", "not \"true\"", "'properties.configuration.ingress.external' is true, must not be \"true\""),
        ];
        Assert.Equal(expected, reasons);
    }

    [Theory]
    [InlineData("Equals", "true", "true", "not true", "is true, must not be true")]
    [InlineData("NotEquals", "\"Enabled\"", "\"Disabled\"", "\"Disabled\"", "is \"Enabled\", must be \"Disabled\"")]
    [InlineData("NotEquals", null, "\"Disabled\"", "\"Disabled\"", "is missing, must be \"Disabled\"")]
    [InlineData("Greater", "5", "3", "at most 3", "is 5, must be at most 3")]
    [InlineData("GreaterOrEquals", "5", "3", "less than 3", "is 5, must be less than 3")]
    [InlineData("Less", "1", "3", "at least 3", "is 1, must be at least 3")]
    [InlineData("LessOrEquals", "1", "3", "greater than 3", "is 1, must be greater than 3")]
    [InlineData("Exists", null, "\"false\"", "set", "is missing, must be set")]
    [InlineData("Exists", null, "false", "set", "is missing, must be set")]
    [InlineData("Exists", "\"x\"", "\"True\"", "not set", "is \"x\", must not be set")]
    [InlineData("In", "\"a\"", "[\"a\",\"b\"]", "none of [\"a\",\"b\"]", "is \"a\", must be none of [\"a\",\"b\"]")]
    [InlineData("NotIn", "\"c\"", "[\"a\",\"b\"]", "one of [\"a\",\"b\"]", "is \"c\", must be one of [\"a\",\"b\"]")]
    [InlineData("Like", "\"ab\"", "\"a*\"", "not like \"a*\"", "is \"ab\", must not be like \"a*\"")]
    [InlineData("NotLike", "\"b\"", "\"a*\"", "like \"a*\"", "is \"b\", must be like \"a*\"")]
    [InlineData("NotMatch", "\"b\"", "\"#\"", "matching \"#\"", "is \"b\", must be matching \"#\"")]
    [InlineData("Match", "\"1\"", "\"#\"", "not matching \"#\"", "is \"1\", must not be matching \"#\"")]
    [InlineData("NotMatchInsensitively", "\"b\"", "\"#\"", "matching \"#\"", "is \"b\", must be matching \"#\"")]
    [InlineData("MatchInsensitively", "\"1\"", "\"#\"", "not matching \"#\"", "is \"1\", must not be matching \"#\"")]
    [InlineData("Contains", "\"ab\"", "\"a\"", "not containing \"a\"", "is \"ab\", must not be containing \"a\"")]
    [InlineData("NotContains", "\"b\"", "\"a\"", "containing \"a\"", "is \"b\", must be containing \"a\"")]
    [InlineData("ContainsKey", "{\"a\":1}", "\"a\"", "without the key \"a\"", "is {\"a\":1}, must be without the key \"a\"")]
    [InlineData("NotContainsKey", "{}", "\"a\"", "with the key \"a\"", "is {}, must be with the key \"a\"")]
    [InlineData("Resembles", "1", "2", "not Resembles 2", "is 1, must not be Resembles 2")]
    public void Operator_decides_what_is_expected(string name, string? actual, string target, string expected, string message)
    {
        ComplianceReason[] reasons = [new("properties.x", name, actual ?? "(missing)", expected, $"'properties.x' {message}")];

        Assert.Equal(reasons, Read(Field("x", name, actual, target)));
    }

    [Theory]
    [InlineData("Greater", "2", "0", "at most 0", "2 members of 'properties.x[*]' violate the rule")]
    [InlineData("GreaterOrEquals", "1", "1", "less than 1", "1 member of 'properties.x[*]' violates the rule")]
    [InlineData("NotEquals", "3", "0", "0", "3 members of 'properties.x[*]' violate the rule")]
    [InlineData("Less", "0", "1", "at least 1", "0 members of 'properties.x[*]' are as the rule wants, must be at least 1")]
    public void Count_is_told_as_a_number_of_members(string name, string actual, string target, string expected, string message)
    {
        ComplianceReason[] reasons = [new("properties.x[*]", name, actual, expected, message)];

        Assert.Equal(reasons, Read(Field("x[*]", name, actual, target, kind: "Count")));
    }

    [Fact]
    public void Condition_that_does_not_hold_is_a_reason_only_when_nothing_else_is()
    {
        var failing = Field("x", "Less", "9", "5", "False");

        Assert.Equal([new ComplianceReason("properties.x", "Less", "9", "less than 5", "'properties.x' is 9, must be less than 5")], Read(failing));
        Assert.Equal(["properties.y"], Read($"{failing},{Field("y", "Equals", "1", "1")}").Select(reason => reason.Path));
    }

    [Fact]
    public void Selecting_condition_is_a_reason_only_when_nothing_else_is()
    {
        Assert.Equal(["properties.y"], Read($"{Plain("kind", "\"app\"")},{Field("y", "Equals", "1", "1")}").Select(reason => reason.Path));
        Assert.Equal(["name"], Read(Plain("name", "\"app\"")).Select(reason => reason.Path));
    }

    [Fact]
    public void Condition_evaluated_twice_is_one_reason() => Assert.Single(Read($"{Field("x", "Equals", "1", "1")},{Field("x", "Equals", "1", "1")}"));

    [Fact]
    public void Missing_related_resource_is_the_reason_and_the_rule_is_none()
    {
        var reasons = Read(Field("x", "Equals", "1", "1"), "AuditIfNotExists", """{"totalResources":0}""");

        Assert.Equal([new ComplianceReason("related resource", "Exists", "0 related", "one that satisfies the existence condition", "there is no related resource, one must exist")], reasons);
    }

    [Fact]
    public void Related_resource_that_does_not_satisfy_is_told_with_its_properties()
    {
        const string expressions = """
            {"result":"False","expressionKind":"Field","expression":"Microsoft.App/containerApps/kind","path":"kind","targetValue":"x","operator":"Equals"},
            {"result":"False","expressionKind":"Field","expression":"Microsoft.App/containerApps/authConfigs/platform.enabled","path":"properties.platform.enabled","expressionValue":false,"targetValue":true,"operator":"Equals"}
            """;
        const string related = """{"resourceId":"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/g/providers/Microsoft.App/containerApps/a/authConfigs/current","totalResources":1}""";

        ComplianceReason[] expected =
        [
            new("Microsoft.App/containerApps/authConfigs", "Exists", "1 related", "one that satisfies the existence condition", "no related Microsoft.App/containerApps/authConfigs satisfies the existence condition"),
            new("properties.platform.enabled", "Equals", "false", "true", "'properties.platform.enabled' is false, must be true"),
        ];
        Assert.Equal(expected, Read(expressions, "AuditIfNotExists", related));
    }

    [Theory]
    [InlineData("configuration.secrets[*].value", "\"hunter2\"", "***")]
    [InlineData("adminPassword", "\"hunter2\"", "***")]
    [InlineData("sharedKey", "\"hunter2\"", "***")]
    [InlineData("keys[0].value", "\"hunter2\"", "***")]
    [InlineData("accessToken", "42", "***")]
    [InlineData("daprAIConnectionString", "\"hunter2\"", "***")]
    [InlineData("template.containers[*].env[*].value", "\"hunter2\"", "***")]
    [InlineData("template.containers[0].env", "[{\"name\":\"A\",\"value\":\"hunter2\"}]", "[{\"name\":\"A\",\"value\":\"***\"}]")]
    [InlineData("configuration", "{\"secrets\":[{\"name\":\"n\"}],\"ingress\":{\"port\":80}}", "{\"secrets\":[{\"name\":\"***\"}],\"ingress\":{\"port\":80}}")]
    [InlineData("allowSharedKey", "true", "true")]
    [InlineData("keyVaultUrl", "\"https://v\"", "\"https://v\"")]
    [InlineData("keyVaultProperties.kind", "\"x\"", "\"x\"")]
    [InlineData("environment", "\"x\"", "\"x\"")]
    public void Value_that_may_be_a_secret_is_hidden(string path, string actual, string shown)
    {
        var reason = Assert.Single(Read(Field(path, "Equals", actual, "1")));

        Assert.Equal(shown, reason.Actual);
        Assert.DoesNotContain("hunter2", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wanted_value_at_a_secret_path_is_hidden_too()
    {
        var reason = Assert.Single(Read(Field("clientSecret", "Equals", "\"hunter2\"", "\"hunter2\"")));

        Assert.Equal(new ComplianceReason("properties.clientSecret", "Equals", "***", "not ***", "'properties.clientSecret' is ***, must not be ***"), reason);
    }

    [Fact]
    public void Long_value_is_shortened()
    {
        var reason = Assert.Single(Read(Field("x", "Equals", $"\"{new string('v', 300)}\"", "1")));

        Assert.Equal($"\"{new string('v', 196)}...", reason.Actual);
    }
}
