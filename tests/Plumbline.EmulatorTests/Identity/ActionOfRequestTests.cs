using CsCheck;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;

namespace Plumbline.EmulatorTests.Identity;

public sealed class ActionOfRequestTests
{
    private const string Sub = "/subscriptions/s";

    // Names that look like words of a path.
    private static readonly Gen<string> Name = Gen.OneOf(
        "a", "providers", "subscriptions", "resourceGroups", "operationresults", "asyncOperationResults", "emulator", "queryResults", "Microsoft.Authorization");

    private static readonly Gen<string> Scope = Gen.Select(Name, Name, Gen.Int[0, 2]).Select((subscription, group, depth) => depth switch
    {
        0 => "",
        1 => $"/subscriptions/{subscription}",
        _ => $"/subscriptions/{subscription}/resourceGroups/{group}",
    });

    private static readonly Gen<string> Resource = Gen.Select(Gen.OneOf("/Microsoft.App/containerApps", "/Microsoft.Network/privateDnsZones"), Name, Name, Gen.Bool)
        .Select((type, name, child, isNested) => $"/providers{type}/{name}{(isNested ? "/children/" + child : "")}");

    [Theory]
    [InlineData("PUT", Sub + "/providers/Microsoft.Authorization/policyAssignments/a", "Microsoft.Authorization/policyAssignments/write", Sub + "/providers/Microsoft.Authorization/policyAssignments/a")]
    [InlineData("PATCH", Sub + "/providers/Microsoft.Authorization/policyAssignments/a", "Microsoft.Authorization/policyAssignments/write", Sub + "/providers/Microsoft.Authorization/policyAssignments/a")]
    [InlineData("DELETE", Sub + "/providers/Microsoft.Authorization/policyAssignments/a", "Microsoft.Authorization/policyAssignments/delete", Sub + "/providers/Microsoft.Authorization/policyAssignments/a")]
    [InlineData("GET", Sub + "/providers/Microsoft.Authorization/policyAssignments", "Microsoft.Authorization/policyAssignments/read", Sub)]
    [InlineData("PUT", Sub + "/resourcegroups/g", "Microsoft.Resources/subscriptions/resourcegroups/write", Sub + "/resourcegroups/g")]
    [InlineData("HEAD", Sub + "/resourceGroups/g", "Microsoft.Resources/subscriptions/resourceGroups/read", Sub + "/resourceGroups/g")]
    [InlineData("GET", Sub + "/resourceGroups", "Microsoft.Resources/subscriptions/resourceGroups/read", Sub)]
    [InlineData("GET", Sub, "Microsoft.Resources/subscriptions/read", Sub)]
    [InlineData("GET", Sub + "/providers/Microsoft.App", "Microsoft.Resources/subscriptions/providers/read", Sub)]
    [InlineData("POST", Sub + "/providers/Microsoft.PolicyInsights/policyStates/latest/triggerEvaluation", "Microsoft.PolicyInsights/policyStates/triggerEvaluation/action", Sub + "/providers/Microsoft.PolicyInsights/policyStates/latest")]
    [InlineData("POST", Sub + "/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults", "Microsoft.PolicyInsights/policyStates/queryResults/action", Sub + "/providers/Microsoft.PolicyInsights/policyStates/latest")]
    [InlineData("POST", Sub + "/providers/Microsoft.PolicyInsights/remediations/r/cancel", "Microsoft.PolicyInsights/remediations/cancel/action", Sub + "/providers/Microsoft.PolicyInsights/remediations/r")]
    [InlineData("POST", Sub + "/providers/Microsoft.PolicyInsights/checkPolicyRestrictions", "Microsoft.PolicyInsights/checkPolicyRestrictions/action", Sub)]
    [InlineData("POST", Sub + "/resourceGroups/g/providers/Microsoft.Resources/deployments/d/whatIf", "Microsoft.Resources/deployments/whatIf/action", Sub + "/resourceGroups/g/providers/Microsoft.Resources/deployments/d")]
    [InlineData("PUT", Sub + "/resourceGroups/g/providers/Microsoft.App/containerApps/a/authConfigs/c", "Microsoft.App/containerApps/authConfigs/write", Sub + "/resourceGroups/g/providers/Microsoft.App/containerApps/a/authConfigs/c")]
    [InlineData("PUT", Sub + "/resourceGroups/g/providers/Microsoft.App/containerApps/a/providers/Microsoft.Authorization/locks/l", "Microsoft.Authorization/locks/write", Sub + "/resourceGroups/g/providers/Microsoft.App/containerApps/a/providers/Microsoft.Authorization/locks/l")]
    [InlineData("PUT", "/providers/Microsoft.Management/managementGroups/m", "Microsoft.Management/managementGroups/write", "/providers/Microsoft.Management/managementGroups/m")]
    [InlineData("PUT", "/providers/Microsoft.Management/managementGroups/m/subscriptions/s", "Microsoft.Management/managementGroups/subscriptions/write", "/providers/Microsoft.Management/managementGroups/m/subscriptions/s")]
    [InlineData("GET", "/providers/Microsoft.Authorization/roleAssignments", "Microsoft.Authorization/roleAssignments/read", "/")]
    [InlineData("GET", "/emulator/state", "Plumbline.Emulator/state/action", "/")]
    [InlineData("PUT", "//subscriptions/s//resourceGroups/g", "Microsoft.Resources/subscriptions/resourceGroups/write", Sub + "/resourceGroups/g")]
    [InlineData("GET", Sub + "/resourceGroups/operationresults/resources", "Microsoft.Resources/subscriptions/resourceGroups/resources/read", Sub + "/resourceGroups/operationresults")]
    [InlineData("PUT", Sub + "/resourceGroups/operationresults", "Microsoft.Resources/subscriptions/resourceGroups/write", Sub + "/resourceGroups/operationresults")]
    public void Request_is_an_operation_on_a_scope(string method, string path, string action, string scope)
    {
        var asked = ActionOfRequest.Of(method, path);

        Assert.Equal((action, scope), (asked?.Action, asked?.Scope));
    }

    [Fact]
    public void Write_of_a_resource_is_a_write_of_its_type_whatever_its_name() => Gen.Select(Scope, Resource, Resource, Gen.Bool, Gen.OneOf("PUT", "PATCH", "DELETE")).Sample((scope, resource, extension, isExtended, method) =>
    {
        var path = scope + resource + (isExtended ? extension : "");
        var id = ResourceId.TryParse(path);

        var asked = ActionOfRequest.Of(method, path);

        Assert.Equal(($"{id?.Type}/{(method == "DELETE" ? "delete" : "write")}", id?.Text), (asked?.Action, asked?.Scope));
    });

    [Fact]
    public void Write_of_a_scope_is_a_write_of_its_type_whatever_its_name() => Scope.Where(scope => scope.Length > 0).Sample(scope =>
        Assert.Equal($"{ResourceId.TryParse(scope)?.Type}/write", ActionOfRequest.Of("PUT", scope)?.Action));

    [Theory]
    [InlineData("GET", "/subscriptions")]
    [InlineData("GET", "/tenants")]
    [InlineData("GET", "/providers")]
    [InlineData("GET", "/providers/Microsoft.Authorization/policyDefinitions/d")]
    [InlineData("GET", "/providers/Microsoft.Management/managementGroups")]
    [InlineData("POST", "/providers/Microsoft.ResourceGraph/resources")]
    [InlineData("GET", "/providers/Microsoft.PolicyInsights/policyStates/$metadata")]
    [InlineData("GET", Sub + "/operationresults/1")]
    [InlineData("GET", Sub + "/providers/Microsoft.PolicyInsights/asyncOperationResults/1")]
    [InlineData("GET", "/providers/Microsoft.Management/operationResults/create/managementGroups/m")]
    public void Request_that_needs_no_role_is_no_operation(string method, string path) => Assert.Null(ActionOfRequest.Of(method, path));

    [Fact]
    public void Query_that_is_posted_needs_no_more_than_reading() => Assert.Equal(
        "Microsoft.PolicyInsights/policyStates/summarize/read",
        ActionOfRequest.Of("POST", Sub + "/providers/Microsoft.PolicyInsights/policyStates/latest/summarize")?.Alternative);
}
