using System.Text.Json.Nodes;
using CsCheck;
using Plumbline.Emulator.Identity;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.EmulatorTests.Identity;

public sealed class AccessIndexTests
{
    private const string Principal = "0e3f1c5a-1b2c-4d5e-8f90-123456789abc";
    private static readonly string[] Scopes = ["", "/subscriptions/s", "/subscriptions/s/resourceGroups/g", "/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/a", "/subscriptions/other"];

    [Fact]
    public void Role_holds_at_its_scope_and_below_and_nowhere_else() => Gen.Select(Gen.Int[0, 4], Gen.Int[1, 4]).Sample((granted, asked) =>
    {
        var index = AccessIndex.Of(With(Start(), Scopes[granted], Roles.Owner));
        var expected = granted == 0 || (Scopes[asked] + "/").StartsWith(Scopes[granted] + "/", StringComparison.Ordinal);

        Assert.Equal(expected, index.IsAllowed(Principal, "Microsoft.App/containerApps/write", ResourceId.TryParse(Scopes[asked])));
        Assert.Equal(expected, index.HoldsRole(Principal, "/x/" + Roles.Owner, ResourceId.TryParse(Scopes[asked])));
    });

    [Fact]
    public void What_one_role_leaves_out_another_may_allow()
    {
        var scope = ResourceId.TryParse(Scopes[1]);
        var contributor = With(Start(), Scopes[1], "b24988ac-6180-42a0-ab88-20f7382dd24c");

        Assert.False(AccessIndex.Of(contributor).IsAllowed(Principal, "Microsoft.Authorization/roleAssignments/write", scope));
        Assert.True(AccessIndex.Of(With(contributor, Scopes[1], Roles.Owner)).IsAllowed(Principal, "Microsoft.Authorization/roleAssignments/write", scope));
    }

    [Fact]
    public void Index_is_made_once_for_states_with_the_same_roles()
    {
        var state = With(Start(), Scopes[1], Roles.Reader);
        var later = state.With(new StoredResource(Id(Scopes[3]), Json.Freeze(new JsonObject { ["id"] = Scopes[3] })));

        Assert.Same(AccessIndex.Of(state), AccessIndex.Of(later));
        Assert.NotSame(AccessIndex.Of(state), AccessIndex.Of(With(state, Scopes[2], Roles.Reader)));
    }

    [Fact]
    public void Action_that_no_request_repeats_does_not_fill_the_memory()
    {
        var index = AccessIndex.Of(With(Start(), Scopes[1], Roles.Reader));

        for (var number = 0; number < 50_000; number++) Assert.False(index.IsAllowed(Principal, $"a/{number}/write", ResourceId.TryParse(Scopes[1])));
    }

    [Fact]
    public void Configured_principal_with_an_unknown_role_stops_the_start() => Assert.Equal(
        "The principal 'Plumbline reader' has the role 'Chef', which is no built-in role. Give its name or GUID.",
        Assert.Throws<EmulatorStartException>(() => InitialAccess.Add(Start(), [EmulatorPrincipal.Reader with { RoleDefinition = "Chef" }])).Message);

    private static ArmState Start() => InitialAccess.Add(Seeds.Empty(EmulatorSession.Tenant, EmulatorSession.Subscription[15..]), [EmulatorPrincipal.Owner]);

    private static ArmState With(ArmState state, string scope, string role)
    {
        var id = Id($"{scope}/providers/Microsoft.Authorization/roleAssignments/{ServicePrincipals.Derive(scope, role)}");
        return state.With(RoleAssignmentDocument.Create(id, Roles.Definitions + role, Principal));
    }

    private static ResourceId Id(string text) => ResourceId.TryParse(text) ?? throw new InvalidOperationException(text);
}
