using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Identity;

public sealed class AssignmentIdentityTests
{
    private const string Identity = Subscription + "/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id";
    private const string IdentityVersion = "2023-01-31";

    [Fact]
    public async Task System_assigned_identity_gets_a_principal_that_stays()
    {
        await using var session = await WithDefinitionAsync();

        var made = await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "SystemAssigned" }"""));
        var again = await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "SystemAssigned" }"""));

        Assert.Equal((201, Tenant), (made.Status, made.At("identity/tenantId")));
        Assert.True(Guid.TryParse(made.At("identity/principalId"), out _));
        Assert.Equal(made.At("identity/principalId"), again.At("identity/principalId"));
    }

    [Fact]
    public async Task Principal_goes_with_its_identity_and_a_new_one_is_another()
    {
        await using var session = await WithDefinitionAsync();
        var first = (await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "SystemAssigned" }"""))).At("identity/principalId") ?? "";
        Assert.Equal(201, (await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(first, Roles.Reader))).Status);

        await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "None" }"""));
        Assert.Equal("PrincipalNotFound", (await session.PutAsync(Roles.At(Subscription, 2), Roles.Version, Roles.Body(first, Roles.Owner))).Code);
        var second = (await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "SystemAssigned" }"""))).At("identity/principalId");
        await session.DeleteAsync(Assignment, PolicyVersion);

        Assert.NotEqual(first, second);
        Assert.Equal("PrincipalNotFound", (await session.PutAsync(Roles.At(Subscription, 2), Roles.Version, Roles.Body(second ?? "", Roles.Owner))).Code);
    }

    [Fact]
    public async Task User_assigned_identity_shows_its_ids()
    {
        await using var session = await WithDefinitionAsync();
        var identity = await session.PutAsync(Identity, IdentityVersion, """{ "location": "westeurope" }""");

        var answer = await session.PutAsync(Assignment, PolicyVersion, Body($$"""{ "type": "UserAssigned", "userAssignedIdentities": { "{{Identity}}": {} } }"""));

        Assert.Equal(201, answer.Status);
        Assert.Equal(
            (identity.At("properties/principalId"), identity.At("properties/clientId")),
            answer.Json["identity"]?["userAssignedIdentities"]?[Identity] is { } shown ? (shown["principalId"]?.ToString(), shown["clientId"]?.ToString()) : default);
        Assert.Equal(201, (await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(identity.At("properties/principalId") ?? "", Roles.Reader))).Status);
    }

    [Theory]
    [InlineData("""{ "type": "Other" }""", "InvalidCreatePolicyAssignmentRequest")]
    [InlineData("""{ "type": "UserAssigned" }""", "InvalidCreatePolicyAssignmentRequest")]
    [InlineData($$"""{ "type": "UserAssigned", "userAssignedIdentities": { "{{Identity}}": {} } }""", "FailedIdentityOperation")]
    public async Task Bad_identity_is_refused(string identity, string code)
    {
        await using var session = await WithDefinitionAsync();

        Assert.Equal((400, code), (await session.PutAsync(Assignment, PolicyVersion, Body(identity))) is var answer ? (answer.Status, answer.Code) : default);
    }

    [Fact]
    public async Task Identity_needs_a_location_that_never_changes()
    {
        await using var session = await WithDefinitionAsync();

        var without = await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "SystemAssigned" }""", location: null));
        await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "SystemAssigned" }"""));
        var moved = await session.PutAsync(Assignment, PolicyVersion, Body("""{ "type": "SystemAssigned" }""", "northeurope"));

        Assert.Equal((400, "LocationRequired"), (without.Status, without.Code));
        Assert.Equal((409, "InvalidResourceLocation"), (moved.Status, moved.Code));
    }

    [Fact]
    public async Task Patch_changes_identity_and_selectors_and_nothing_else()
    {
        await using var session = await WithDefinitionAsync();
        var before = await session.PutAsync(Assignment, PolicyVersion, AssignmentBody(Definition));

        var answer = await session.SendAsync(HttpMethod.Patch, Assignment, PolicyVersion, """
            { "identity": { "type": "SystemAssigned" }, "location": "westeurope",
              "properties": { "displayName": "ignored", "resourceSelectors": [{ "name": "s", "selectors": [{ "kind": "resourceLocation", "in": ["westeurope"] }] }] } }
            """);

        Assert.Equal((200, "Assigned baseline", "westeurope"), (answer.Status, answer.At("properties/displayName"), answer.At("location")));
        Assert.Equal("s", answer.At("properties/resourceSelectors/0/name"));
        Assert.True(Guid.TryParse(answer.At("identity/principalId"), out _));
        Assert.Equal(before.At("properties/instanceId"), answer.At("properties/instanceId"));
        Assert.Equal(answer.Json.ToJsonString(), (await session.GetAsync(Assignment, PolicyVersion)).Json.ToJsonString());
    }

    [Fact]
    public async Task Patch_of_nothing_is_not_found()
    {
        await using var session = await StartAsync();

        Assert.Equal((404, "PolicyAssignmentNotFound"), (await session.SendAsync(HttpMethod.Patch, Assignment, PolicyVersion, "{}")) is var answer ? (answer.Status, answer.Code) : default);
    }

    [Fact]
    public async Task Identity_of_any_resource_gets_a_principal()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var made = await session.PutAsync(Apps + "/web", ResourceVersion, """{ "location": "westeurope", "identity": { "type": "SystemAssigned" } }""");
        var again = await session.PutAsync(Apps + "/web", ResourceVersion, """{ "location": "westeurope", "identity": { "type": "SystemAssigned", "principalId": "forged" } }""");

        Assert.Equal(Tenant, made.At("identity/tenantId"));
        Assert.Equal(made.At("identity/principalId"), again.At("identity/principalId"));
        Assert.Equal(201, (await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(made.At("identity/principalId") ?? "", Roles.Reader))).Status);
    }

    private static string Body(string identity, string? location = "westeurope") => location is null
        ? $$"""{ "identity": {{identity}}, "properties": { "policyDefinitionId": "{{Definition}}" } }"""
        : $$"""{ "identity": {{identity}}, "location": "{{location}}", "properties": { "policyDefinitionId": "{{Definition}}" } }""";

    private static async Task<EmulatorSession> WithDefinitionAsync()
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        return session;
    }
}
