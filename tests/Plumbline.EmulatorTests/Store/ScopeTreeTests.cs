using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.EmulatorTests.Store;

public sealed class ScopeTreeTests
{
    private const string Tenant = "99999999-8888-7777-6666-555555555555";
    private const string Groups = "/providers/Microsoft.Management/managementGroups/";

    [Theory]
    [InlineData(Groups + Tenant, "/subscriptions/one,/subscriptions/two,/subscriptions/two/resourceGroups/rg")]
    [InlineData(Groups + "parent", "/subscriptions/two,/subscriptions/two/resourceGroups/rg")]
    [InlineData(Groups + "CHILD", "/subscriptions/two,/subscriptions/two/resourceGroups/rg")]
    [InlineData(Groups + "other", "")]
    [InlineData("/subscriptions/one", "/subscriptions/one")]
    public void Scope_holds_the_subscriptions_of_the_groups_below_it(string scope, string expected)
    {
        var state = State();

        var within = state.Within(Id(scope)).Select(resource => resource.Id.Text).Where(id => id.StartsWith("/subscriptions", StringComparison.Ordinal));

        Assert.Equal(expected, string.Join(',', within.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Groups_above_a_subscription_are_named_nearest_first()
    {
        var tree = ScopeTree.Of(State());

        Assert.Equal(["child", "parent", Tenant], tree.Groups.Above("two").ToArray());
        Assert.Equal([Tenant], tree.Groups.Above("one").ToArray());
        Assert.Equal("child", tree.ParentOf("TWO"));
        Assert.Null(tree.ParentOf(Tenant));
    }

    [Fact]
    public void Tree_is_made_anew_only_when_a_scope_changes()
    {
        var state = State();
        var before = ScopeTree.Of(state);

        Assert.Same(before, ScopeTree.Of(state.With(Resource("/subscriptions/one/resourceGroups/rg", new JsonObject()))));
        Assert.NotSame(before, ScopeTree.Of(state.Without(Id(Groups + "child/subscriptions/two"))));
        Assert.Equal([Tenant], ScopeTree.Of(state.Without(Id(Groups + "child/subscriptions/two"))).Groups.Above("two").ToArray());
    }

    private static ArmState State() => Seeds.Empty(Tenant, "one")
        .With(ScopeDocuments.Subscription(Tenant, Id("/subscriptions/two")))
        .With(Group("parent", Tenant)).With(Group("child", "parent")).With(Group("other", Tenant))
        .With(Resource(Groups + "child/subscriptions/two", new JsonObject()))
        .With(Resource("/subscriptions/two/resourceGroups/rg", new JsonObject()));

    private static StoredResource Group(string name, string parent) => Resource(Groups + name, new JsonObject
    {
        ["properties"] = new JsonObject { ["details"] = new JsonObject { ["parent"] = new JsonObject { ["id"] = Groups + parent } } },
    });

    private static StoredResource Resource(string id, JsonObject body) => new(Id(id), Json.Freeze(body));

    private static ResourceId Id(string text) => ResourceId.TryParse(text) ?? throw new InvalidOperationException(text);
}
