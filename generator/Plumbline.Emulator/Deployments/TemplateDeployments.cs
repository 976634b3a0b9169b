using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>Runs the deployments of deployIfNotExists policies like those of any client, as the identity of the assignment.</summary>
/// <param name="runner">Runs deployments.</param>
/// <param name="options">The tenant and the clock.</param>
internal sealed class TemplateDeployments(DeploymentRunner runner, EmulatorOptions options) : IPolicyDeployments
{
    // Nobody sends a request; what is written is checked as if somebody had.
    private const string Endpoint = "https://localhost";
    private const string ApiVersion = "2022-09-01";

    /// <inheritdoc/>
    public async Task<PolicyDeploymentOutcome> RunAsync(PolicyDeployment deployment, CancellationToken cancellation)
    {
        var path = $"{deployment.Scope.Text}/providers/{DeploymentTypes.Deployment}/{deployment.Name}";
        if (ResourceId.TryParse(path) is not { } id || DeploymentPlace.TryParse(options.TenantId, deployment.Scope.Text) is not { } place)
            return new PolicyDeploymentOutcome(null, ArmErrors.RouteNotFound(path));
        var query = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("api-version", ApiVersion);
        var request = new ArmRequest("PUT", Endpoint, path, query, null, options.Time.GetUtcNow(), deployment.CorrelationId) { Caller = deployment.Principal };
        var (parameters, refused) = Values(deployment.Parameters);
        if (refused is not null) return new PolicyDeploymentOutcome(id.Text, refused);
        var asked = new RequestedDeployment(id, place, deployment.Template, parameters, deployment.Mode, deployment.Location, request);
        return new PolicyDeploymentOutcome(id.Text, await runner.RunToEndAsync(asked, cancellation));
    }

    private static (ImmutableDictionary<string, PolicyValue> Values, ArmError? Error) Values(ObjectValue parameters)
    {
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, given) in parameters.Properties)
        {
            if (given is not ObjectValue parameter || parameter["value"] is UndefinedValue) return (values.ToImmutable(), DeploymentErrors.ParameterIsNull(name));
            values[name] = parameter["value"];
        }

        return (values.ToImmutable(), null);
    }
}
