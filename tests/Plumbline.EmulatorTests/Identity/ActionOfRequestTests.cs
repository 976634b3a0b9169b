using Plumbline.Emulator.Identity.Access;

namespace Plumbline.EmulatorTests.Identity;

public sealed class ActionOfRequestTests
{
    private const string Sub = "/subscriptions/s";

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

    [Theory]
    [InlineData("GET", "/subscriptions")]
    [InlineData("GET", "/tenants")]
    [InlineData("GET", "/providers")]
    [InlineData("GET", "/providers/Microsoft.Authorization/policyDefinitions/d")]
    [InlineData("GET", "/providers/Microsoft.Management/managementGroups")]
    [InlineData("POST", "/providers/Microsoft.ResourceGraph/resources")]
    [InlineData("GET", Sub + "/operationresults/1")]
    [InlineData("GET", Sub + "/providers/Microsoft.PolicyInsights/asyncOperationResults/1")]
    [InlineData("GET", "/providers/Microsoft.Management/operationResults/create/managementGroups/m")]
    public void Request_that_needs_no_role_is_no_operation(string method, string path) => Assert.Null(ActionOfRequest.Of(method, path));

    [Fact]
    public void Query_that_is_posted_needs_no_more_than_reading() => Assert.Equal(
        "Microsoft.PolicyInsights/policyStates/summarize/read",
        ActionOfRequest.Of("POST", Sub + "/providers/Microsoft.PolicyInsights/policyStates/latest/summarize")?.Alternative);
}
