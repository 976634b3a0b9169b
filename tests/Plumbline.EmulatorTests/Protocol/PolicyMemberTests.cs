using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Protocol;

/// <summary>What a policy object may hold, by the api-version of the request.</summary>
public sealed class PolicyMemberTests
{
    [Theory]
    [InlineData("2021-06-01", "resourceSelectors", "[]")]
    [InlineData("2022-06-01", "definitionVersion", "\"1.*.*\"")]
    [InlineData("2024-05-01", "selfServeExemptionSettings", "{}")]
    public async Task Member_that_is_younger_than_the_version_is_refused(string version, string member, string value)
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var answer = await session.PutAsync(Assignment, version, AssignmentBody(Definition, $$""", "{{member}}": {{value}} """));

        Assert.Equal((400, "InvalidRequestContent"), (answer.Status, answer.Code));
        Assert.Equal(
            $"The request content was invalid and could not be deserialized: 'Could not find member '{member}' on object of type 'PolicyAssignmentProperties'. Path 'properties.{member}''.",
            answer.Message);
    }

    [Theory]
    [InlineData("2020-09-01", "", "nonComplianceMessages", true)]
    [InlineData("2020-03-01", "", "nonComplianceMessages", false)]
    [InlineData("2025-01-01", "", "instanceId", true)]
    [InlineData("2024-05-01", "", "instanceId", false)]
    public async Task Older_version_does_not_show_younger_members(string version, string at, string member, bool isShown)
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition, """, "nonComplianceMessages": [{ "message": "m" }] """));

        var answer = await session.GetAsync(Assignment + at, version);

        Assert.Equal(isShown, answer.At("properties/" + member) is not null);
    }

    [Theory]
    [InlineData("displayName", 129)]
    [InlineData("description", 513)]
    public async Task Text_beyond_its_limit_is_refused(string member, int length)
    {
        await using var session = await StartAsync();
        var body = JsonNode.Parse(DefinitionBody) as JsonObject ?? [];
        ((JsonObject?)body["properties"] ?? [])[member] = new string('x', length);

        var answer = await session.PutAsync(Definition, PolicyVersion, body.ToJsonString());

        Assert.Equal((400, "InvalidCreatePolicyDefinitionRequest"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Unknown_mode_is_refused_and_that_of_a_provider_is_not()
    {
        await using var session = await StartAsync();
        string Body(string mode) => DefinitionBody.Replace("\"Indexed\"", $"\"{mode}\"", StringComparison.Ordinal);

        var unknown = await session.PutAsync(Definition, PolicyVersion, Body("Some"));
        var provider = await session.PutAsync(Definition, PolicyVersion, Body("Microsoft.KeyVault.Data"));

        Assert.Equal((400, "InvalidCreatePolicyDefinitionRequest", 201), (unknown.Status, unknown.Code, provider.Status));
    }

    [Fact]
    public async Task Enforced_of_the_sdk_is_the_default_mode()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var answer = await session.PutAsync(Assignment, PolicyVersion, AssignmentBody(Definition, """, "enforcementMode": "Enforced" """));

        Assert.Equal((201, "Default"), (answer.Status, answer.At("properties/enforcementMode")));
    }
}
