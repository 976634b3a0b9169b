using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>The deployment by which a <c>deployIfNotExists</c> policy brings in what a resource lacks.</summary>
/// <param name="Name">The name of the deployment, the same for the same policy and resource.</param>
/// <param name="Scope">The id of the resource group or the subscription that is deployed to.</param>
/// <param name="ResourceId">The resource that lacks something.</param>
/// <param name="Template">The ARM template, as the policy has it: its expressions are its own.</param>
/// <param name="Parameters">The template's parameters (<c>{ name: { value } }</c>), evaluated on the resource.</param>
/// <param name="Mode"><c>Incremental</c> or <c>Complete</c>.</param>
/// <param name="Location">Where a deployment to a subscription keeps its data; null for one to a resource group.</param>
/// <param name="RoleDefinitionIds">The roles that the identity of the assignment needs.</param>
/// <param name="Delay">When, after a write of the resource, it is looked whether the deployment is needed.</param>
public sealed record DeploymentRequest(
    string Name,
    string Scope,
    string ResourceId,
    ObjectValue Template,
    ObjectValue Parameters,
    string Mode,
    string? Location,
    ImmutableArray<string> RoleDefinitionIds,
    EvaluationDelay Delay)
{
    /// <summary>The deployment that a record asks for, or why there can be none; neither when the record is not one of a policy that deploys something.</summary>
    public static (DeploymentRequest? Request, string? Error) Of(AssignmentRecord record)
    {
        if (record is not { State: ComplianceState.NonCompliant, Effect: EffectNames.DeployIfNotExists, Details: ObjectValue details }) return (null, null);
        if (details["deployment"] is not ObjectValue deployment || deployment["properties"] is not ObjectValue properties) return (null, "the policy has no deployment");
        if (IsAsWritten(record, deployment)) return (null, "the parameters of the deployment cannot be evaluated on the resource");
        if (properties["template"] is not ObjectValue template) return (null, "the deployment has no template");
        var isAtSubscription = Is(Text(details["deploymentScope"]), "Subscription");
        var location = Text(deployment["location"]);
        if (isAtSubscription && location is null) return (null, "the deployment to the subscription has no location");
        if (ScopeOf(record.ResourceId, isAtSubscription, Text(details["resourceGroupName"])) is not { } scope)
            return (null, $"the resource '{record.ResourceId}' lies in no resource group that could be deployed to");
        var request = new DeploymentRequest(
            NameOf(record),
            scope,
            record.ResourceId,
            template,
            properties["parameters"] as ObjectValue ?? PolicyValueReader.Object(),
            Is(Text(properties["mode"]), "Complete") ? "Complete" : "Incremental",
            isAtSubscription ? location : null,
            RolesOf(details),
            EvaluationDelay.Parse(Text(details["evaluationDelay"])));
        return (request, null);
    }

    /// <summary>The roles (<c>roleDefinitionIds</c>) that the details of a deployIfNotExists or a modify name.</summary>
    public static ImmutableArray<string> RolesOf(PolicyValue? details) =>
        details is ObjectValue item && item["roleDefinitionIds"] is ArrayValue roles ? [.. roles.Items.OfType<TextValue>().Select(role => role.Value)] : [];

    // The engine tells a deployment that it could not evaluate as the very object that was written.
    private static bool IsAsWritten(AssignmentRecord record, ObjectValue deployment) =>
        record.Policy.Definition?.Then.Details is ObjectValue written && ReferenceEquals(written["deployment"], deployment);

    private static string? ScopeOf(string resourceId, bool isAtSubscription, string? group)
    {
        if (ResourceScope.SubscriptionOf(resourceId) is not { Length: > 0 } subscription) return null;
        if (isAtSubscription) return $"/subscriptions/{subscription}";
        return (group ?? ResourceScope.ResourceGroupOf(resourceId)) is { Length: > 0 } name ? $"/subscriptions/{subscription}/resourceGroups/{name}" : null;
    }

    // Azure names them PolicyDeployment_ and a number of up to twenty digits.
    private static string NameOf(AssignmentRecord record)
    {
        var key = $"{record.Policy.Assignment.Id}|{record.Policy.ReferenceId}|{record.ResourceId}".ToLowerInvariant();
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return "PolicyDeployment_" + number.ToString(CultureInfo.InvariantCulture);
    }

    private static string? Text(PolicyValue value) => value is TextValue { Value.Length: > 0 } text ? text.Value : null;

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
