using Plumbline.Emulator.Identity;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Identity;

public sealed class RoleAssignmentTests
{
    private const string Unknown = "12345678-0000-0000-0000-00000000abcd";
    private static readonly string Reader = EmulatorPrincipal.Reader.ObjectId;

    [Fact]
    public async Task Assignment_is_made_read_and_deleted()
    {
        await using var session = await StartAsync();
        var path = Roles.At(Subscription, 1);

        var made = await session.PutAsync(path, Roles.Version, Roles.Body(Reader, Roles.PolicyContributor, """, "description": "why" """));

        Assert.Equal(
            $$"""{"roleDefinitionId":"{{Subscription}}{{Roles.Definitions}}{{Roles.PolicyContributor}}","principalId":"{{Reader}}","principalType":"ServicePrincipal","scope":"{{Subscription}}","condition":null,"conditionVersion":null,"createdOn":"2026-03-04T05:06:07.0000000Z","updatedOn":"2026-03-04T05:06:07.0000000Z","createdBy":"{{EmulatorPrincipal.Owner.ObjectId}}","updatedBy":"{{EmulatorPrincipal.Owner.ObjectId}}","delegatedManagedIdentityResourceId":null,"description":"why"}""",
            made.At("properties"));
        Assert.Equal((201, path), (made.Status, made.At("id")));
        Assert.Equal(made.Json.ToJsonString(), (await session.GetAsync(path, Roles.Version)).Json.ToJsonString());
        Assert.Equal(200, (await session.PutAsync(path, Roles.Version, Roles.Body(Reader, Roles.PolicyContributor))).Status);
        Assert.Equal(200, (await session.DeleteAsync(path, Roles.Version)).Status);
        Assert.Equal(204, (await session.DeleteAsync(path, Roles.Version)).Status);
        Assert.Equal((404, "RoleAssignmentNotFound"), (await session.GetAsync(path, Roles.Version)) is var gone ? (gone.Status, gone.Code) : default);
    }

    [Fact]
    public async Task Second_assignment_of_the_same_role_is_refused()
    {
        await using var session = await StartAsync();
        await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Reader, Roles.PolicyContributor));

        var answer = await session.PutAsync(Roles.At(Subscription, 2), Roles.Version, Roles.Body(Reader, Roles.PolicyContributor));

        Assert.Equal((409, "RoleAssignmentExists"), (answer.Status, answer.Code));
        Assert.Equal("The role assignment already exists. The ID of the existing role assignment is 00000000000000000000000000000001.", answer.Message);
    }

    [Fact]
    public async Task Assignment_of_that_name_cannot_become_another()
    {
        await using var session = await StartAsync();
        await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Reader, Roles.PolicyContributor));

        var answer = await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Reader, Roles.Owner));

        Assert.Equal((400, "RoleAssignmentUpdateNotPermitted"), (answer.Status, answer.Code));
        Assert.Equal("Tenant ID, application ID, principal ID, and scope are not allowed to be updated.", answer.Message);
    }

    [Fact]
    public async Task Principal_that_does_not_exist_is_refused_unless_its_type_is_said()
    {
        await using var session = await StartAsync();

        var refused = await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Unknown, Roles.Reader));
        var made = await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Unknown, Roles.Reader, """, "principalType": "Group" """));

        Assert.Equal((400, "PrincipalNotFound"), (refused.Status, refused.Code));
        Assert.StartsWith(
            $"Principal 1234567800000000000000000000abcd does not exist in the directory {Tenant}. Check that you have the correct principal ID.", refused.Message, StringComparison.Ordinal);
        Assert.Equal((201, "Group"), (made.Status, made.At("properties/principalType")));
    }

    [Theory]
    [InlineData("""{ "properties": { "principalId": "x", "roleDefinitionId": "r" } }""", "BadRequestFormat")]
    [InlineData("""{ "properties": { "principalId": "d81e4c90-6f2b-4a17-8c35-19b7e0a4d562" } }""", "BadRequestFormat")]
    [InlineData("""{ "properties": { "principalId": "d81e4c90-6f2b-4a17-8c35-19b7e0a4d562", "roleDefinitionId": "r/00000000-0000-0000-0000-00000000dead" } }""", "RoleDefinitionDoesNotExist")]
    [InlineData("""{ "properties": { "principalId": "d81e4c90-6f2b-4a17-8c35-19b7e0a4d562", "roleDefinitionId": "r", "principalType": "User" } }""", "UnmatchedPrincipalType")]
    [InlineData("""{ "principalId": "x" }""", "InvalidRequestContent")]
    public async Task Bad_assignment_is_refused(string body, string code)
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Name_has_to_be_a_GUID()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync($"{Subscription}/providers/Microsoft.Authorization/roleAssignments/x", Roles.Version, Roles.Body(Reader, Roles.Owner));

        Assert.Equal((400, "InvalidRoleAssignmentId"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("", "001 002 003 owner")]
    [InlineData("atScope()", "001 002 owner")]
    [InlineData("principalId eq 'd81e4c90-6f2b-4a17-8c35-19b7e0a4d562'", "001 003")]
    [InlineData("assignedTo('d81e4c90-6f2b-4a17-8c35-19b7e0a4d562')", "001 003")]
    [InlineData("atScope() and assignedTo('d81e4c90-6f2b-4a17-8c35-19b7e0a4d562')", "001")]
    public async Task List_holds_what_is_at_the_scope_above_it_and_below_it(string filter, string expected)
    {
        await using var session = await (await StartAsync(principals: [EmulatorPrincipal.Owner, EmulatorPrincipal.Reader with { Scope = "/subscriptions/00000000-0000-0000-0000-000000000002" }])).WithGroupAsync();
        await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Reader, Roles.PolicyContributor));
        await session.PutAsync(Roles.At("/providers/Microsoft.Management/managementGroups/" + Tenant, 2), Roles.Version, Roles.Body(EmulatorPrincipal.Owner.ObjectId, Roles.Reader));
        await session.PutAsync(Roles.At($"{Subscription}/resourceGroups/rg", 3), Roles.Version, Roles.Body(Reader, Roles.Owner));

        var answer = await session.GetAsync($"{Subscription}/providers/Microsoft.Authorization/roleAssignments?$filter={filter}", Roles.Version);

        Assert.Equal(expected, string.Join(' ', answer.Names.Select(name => name.StartsWith("00000000-", StringComparison.Ordinal) ? name[^3..] : "owner").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Policy_can_forbid_a_role()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(PolicyDocuments.Definition, $$"""
            { "properties": { "mode": "All", "policyRule": {
              "if": { "allOf": [
                { "field": "type", "equals": "Microsoft.Authorization/roleAssignments" },
                { "field": "Microsoft.Authorization/roleAssignments/roleDefinitionId", "contains": "{{Roles.Owner}}" }
              ] },
              "then": { "effect": "deny" } } } }
            """);
        await session.PutOkAsync(PolicyDocuments.Assignment, PolicyDocuments.AssignmentBody(PolicyDocuments.Definition));

        Assert.Equal((403, "RequestDisallowedByPolicy"), (await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Reader, Roles.Owner))) is var denied ? (denied.Status, denied.Code) : default);
        Assert.Equal(201, (await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(Reader, Roles.PolicyContributor))).Status);
    }

    [Fact]
    public async Task Filter_that_is_none_is_refused()
    {
        await using var session = await StartAsync();

        Assert.Equal((400, "InvalidFilter"), (await session.GetAsync($"{Subscription}/providers/Microsoft.Authorization/roleAssignments?$filter=x gt 1", Roles.Version)) is var answer ? (answer.Status, answer.Code) : default);
    }

    [Fact]
    public async Task Built_in_roles_are_found_by_name_and_have_the_id_of_the_scope()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync($"{Subscription}{Roles.Definitions[..^1]}?$filter=roleName eq 'Reader'", Roles.Version);

        Assert.Equal([$"{Subscription}{Roles.Definitions}{Roles.Reader}"], answer.List("id"));
        Assert.Equal(("BuiltInRole", "[\"*/read\"]"), (answer.At("value/0/properties/type"), answer.At("value/0/properties/permissions/0/actions")));
        Assert.Equal("Owner", (await session.GetAsync(Roles.Definitions + Roles.Owner, Roles.Version)).At("properties/roleName"));
    }

    [Fact]
    public async Task Custom_role_allows_what_it_lists()
    {
        await using var session = await (await StartAsync(principals: [EmulatorPrincipal.Owner, AccessTests.Nobody])).WithGroupAsync();
        const string role = "00000000-0000-0000-0000-00000000c001";
        var path = $"{Subscription}{Roles.Definitions}{role}";
        var body = $$"""{ "properties": { "roleName": "Group maker", "assignableScopes": ["{{Subscription}}"], "permissions": [{ "actions": ["Microsoft.Resources/subscriptions/resourceGroups/*"], "notActions": ["*/delete"] }] } }""";

        var made = await session.PutAsync(path, Roles.Version, body);
        await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(AccessTests.Nobody.ObjectId, role));

        Assert.Equal((201, "CustomRole"), (made.Status, made.At("properties/type")));
        Assert.Equal([role], (await session.GetAsync($"{Subscription}{Roles.Definitions[..^1]}?$filter=type eq 'CustomRole'", Roles.Version)).Names);
        Assert.Equal(
            "RoleAssignmentScopeNotAssignableToRoleDefinition",
            (await session.PutAsync(Roles.At("/providers/Microsoft.Management/managementGroups/" + Tenant, 2), Roles.Version, Roles.Body(AccessTests.Nobody.ObjectId, role))).Code);
        Assert.Equal("RoleDefinitionHasAssignments", (await session.DeleteAsync(path, Roles.Version)).Code);
        Assert.Equal("RoleDefinitionWithSameNameExists", (await session.PutAsync($"{Subscription}{Roles.Definitions}00000000-0000-0000-0000-00000000c002", Roles.Version, body)).Code);
        await session.AsAsync(AccessTests.Nobody);
        Assert.Equal(201, (await session.PutAsync($"{Subscription}/resourceGroups/new", "2021-04-01", """{"location":"westeurope"}""")).Status);
        Assert.Equal(403, (await session.DeleteAsync($"{Subscription}/resourceGroups/new", "2021-04-01")).Status);
    }

    [Theory]
    [InlineData("x", "{}", 400, "InvalidRoleDefinitionId")]
    [InlineData(Roles.Owner, """{ "properties": {} }""", 403, "BuiltInRoleDefinitionUpdateNotAllowed")]
    [InlineData(Unknown, """{ "properties": { "roleName": "r", "assignableScopes": [], "permissions": [{}] } }""", 400, "BadRequestFormat")]
    [InlineData(Unknown, """{ "properties": { "roleName": "r", "assignableScopes": ["/"], "permissions": [{ "actions": [1] }] } }""", 400, "BadRequestFormat")]
    public async Task Bad_role_is_refused(string name, string body, int status, string code)
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync($"{Subscription}{Roles.Definitions}{name}", Roles.Version, body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }
}
