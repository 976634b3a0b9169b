using Plumbline.Planning.Objects;

namespace Plumbline.PlanningTests.Objects;

public sealed class ArmScopeTests
{
    private const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("/providers/Microsoft.Management/managementGroups/contoso", ArmScopeKind.ManagementGroup, "contoso", "/providers/Microsoft.Management/managementGroups/contoso")]
    [InlineData(Subscription + "/", ArmScopeKind.Subscription, "11111111-2222-3333-4444-555555555555", Subscription)]
    [InlineData(Subscription + "/resourcegroups/rg", ArmScopeKind.ResourceGroup, "rg", Subscription)]
    [InlineData(Subscription + "/resourceGroups/rg/providers/Microsoft.App/containerApps/web", ArmScopeKind.Resource, "web", Subscription)]
    public void Scope_of_a_known_form_is_taken_apart(string text, ArmScopeKind kind, string name, string root) =>
        Assert.Equal((kind, name, root), ArmScope.Parse(text) is { } scope ? (scope.Kind, scope.Name, scope.Root) : default);

    [Theory]
    [InlineData("")]
    [InlineData("/subscriptions/contoso")]
    [InlineData("/providers/Microsoft.Management/managementGroups/a?b")]
    [InlineData(Subscription + "/resourceGroups")]
    [InlineData(Subscription + "/resourceGroups/../x")]
    public void Scope_of_another_form_is_none(string text) => Assert.Null(ArmScope.Parse(text));

    [Fact]
    public void Object_id_tells_its_scope() =>
        Assert.Equal(Subscription, ArmScope.Of(Subscription + "/providers/microsoft.authorization/policyAssignments/a"));
}
