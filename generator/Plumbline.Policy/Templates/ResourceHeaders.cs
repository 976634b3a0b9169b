using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Reads what identifies a resource of a template.</summary>
/// <param name="frame">What its expressions see.</param>
/// <param name="target">Where the template's resources go.</param>
internal sealed class ResourceHeaders(TemplateFrame frame, DeploymentPlace target)
{
    private const string Syntax = "Please see https://aka.ms/arm-syntax-resources for usage details.";

    /// <summary>The header, or what is wrong with it.</summary>
    public (ResourceHeader? Header, TemplateProblem? Problem) Read(ObjectValue declaration, string? symbol, string? loop, (string Type, string Name)? parent)
    {
        if (Text(declaration, "type", out var type) is { } badType) return (null, badType);
        if (Text(declaration, "name", out var name) is { } badName) return (null, badName);
        if (Text(declaration, "apiVersion", out var version) is { } badVersion) return (null, badVersion);
        if (type.Length == 0) return Wrong(name, "The type property is required and cannot be empty");
        if (name.Length == 0) return Wrong(type, "The name property cannot be null or empty");
        if (version.Length == 0) return Wrong(name, "The apiVersion property is required and cannot be empty");
        // Inside of a resource, type and name go on where those of the parent end.
        if (parent is { } above && !type.Contains('.', StringComparison.Ordinal)) (type, name) = ($"{above.Type}/{type}", $"{above.Name}/{name}");
        var (scope, problem) = Scope(declaration, type);
        if (scope is null) return (null, problem);
        var (expected, actual) = (type.Split('/').Length - 1, name.Split('/').Length);
        if (ResourceIds.Of(scope, type, name) is not { } id)
        {
            return (null, TemplateProblem.Invalid(
                $"The template resource '{name}' of type '{type}' has an invalid name. The name '{name}' contains '{actual}' name segment(s) separated by '/', but '{expected}' segment(s) were expected. {Syntax}"));
        }

        return (new ResourceHeader(id, type, name, version, symbol, declaration["existing"] is BooleanValue { Value: true }, loop), null);
    }

    /// <summary>Where a deployment inside the deployment goes.</summary>
    public (DeploymentPlace? Place, TemplateProblem? Problem) PlaceOfDeployment(ObjectValue declaration)
    {
        if (Text(declaration, "subscriptionId", out var subscription) is { } badSubscription) return (null, badSubscription);
        if (Text(declaration, "resourceGroup", out var group) is { } badGroup) return (null, badGroup);
        if (Text(declaration, "scope", out var scope) is { } badScope) return (null, badScope);
        if (scope.Length > 0)
        {
            var id = scope.StartsWith('/') ? scope : ResourceIds.Relative("", scope) ?? scope;
            return DeploymentPlace.TryParse(target.TenantId, id.TrimEnd('/')) is { } place ? (place, null) : (null, TemplateProblem.Invalid($"The deployment scope '{scope}' is not valid. {Syntax}"));
        }

        var inSubscription = subscription.Length > 0 ? subscription : target.SubscriptionId;
        if (group.Length > 0) return (new DeploymentPlace(target.TenantId, SubscriptionId: inSubscription, ResourceGroup: group), null);
        return (subscription.Length > 0 ? new DeploymentPlace(target.TenantId, SubscriptionId: subscription) : target, null);
    }

    // A resource group is always its subscription's; an extension stands at the resource it extends.
    private (string? Scope, TemplateProblem? Problem) Scope(ObjectValue declaration, string type)
    {
        if (ResourceIds.Is(type, ResourceIds.DeploymentType))
        {
            var (place, problem) = PlaceOfDeployment(declaration);
            return (place?.Scope, problem);
        }

        if (Text(declaration, "scope", out var scope) is { } bad) return (null, bad);
        if (scope == "/") return ("", null);
        if (scope.Length > 0) return (scope.StartsWith('/') ? scope.TrimEnd('/') : ResourceIds.Relative(target.Scope, scope) ?? $"{target.Scope}/{scope}", null);
        if (Text(declaration, "subscriptionId", out var subscription) is { } badSubscription) return (null, badSubscription);
        if (Text(declaration, "resourceGroup", out var group) is { } badGroup) return (null, badGroup);
        var own = subscription.Length > 0 ? $"/subscriptions/{subscription}" : target.SubscriptionId is { } id ? $"/subscriptions/{id}" : target.Scope;
        if (group.Length > 0) return ($"{own}/resourceGroups/{group}", null);
        return (ResourceIds.Is(type, ResourceIds.ResourceGroupType) || subscription.Length > 0 ? own : target.Scope, null);
    }

    private TemplateProblem? Text(ObjectValue declaration, string property, out string text)
    {
        text = "";
        if (declaration[property] is UndefinedValue) return null;
        var value = TemplateEvaluator.Evaluate(declaration[property], frame);
        if (value is TextValue known) text = known.Value;
        if (value is TextValue) return null;
        var failure = value as FailedValue ?? new FailedValue($"The {property} property is {ValueDescription.Of(value)}, and a string is expected");
        return Problem((declaration["name"] as TextValue)?.Value ?? "", failure.Reason).From(failure);
    }

    private static (ResourceHeader?, TemplateProblem?) Wrong(string name, string reason) => (null, Problem(name, $"{reason}. {Syntax}"));

    private static TemplateProblem Problem(string name, string reason) => TemplateProblem.Invalid($"The template resource '{name}' is not valid: {reason}");
}
