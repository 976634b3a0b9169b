using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The details of <c>auditIfNotExists</c> and <c>deployIfNotExists</c>. A member that the document does not have is null.</summary>
/// <param name="Type">The type of the related resources: a text, which may be an expression.</param>
/// <param name="Name">Their name; a <c>?</c> as last segment stands for any.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="ResourceGroupName">The resource group to look in.</param>
/// <param name="ExistenceScope"><c>ResourceGroup</c> (the default) or <c>Subscription</c>.</param>
/// <param name="EvaluationDelay"><c>AfterProvisioning</c> and the like, or an ISO 8601 duration.</param>
/// <param name="RoleDefinitionIds">The roles that a remediation needs: an array, or an expression for one.</param>
/// <param name="DeploymentScope"><c>ResourceGroup</c> (the default) or <c>Subscription</c>.</param>
/// <param name="Deployment">The deployment of a remediation, its template included.</param>
/// <param name="ExistenceCondition">What one of the related resources has to satisfy; null when it only has to exist.</param>
public sealed record ExistenceDetails(
    PolicyValue Type,
    PolicyValue? Name,
    PolicyValue? Kind,
    PolicyValue? ResourceGroupName,
    PolicyValue? ExistenceScope,
    PolicyValue? EvaluationDelay,
    PolicyValue? RoleDefinitionIds,
    PolicyValue? DeploymentScope,
    PolicyValue? Deployment,
    Condition? ExistenceCondition) : EffectDetails;
