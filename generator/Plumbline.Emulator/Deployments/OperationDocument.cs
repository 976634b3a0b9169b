using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Deployments;

/// <summary>The operations of a deployment: one a resource, and one for the outputs.</summary>
internal static class OperationDocument
{
    /// <summary>An operation.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="kind"><c>Create</c>, <c>Delete</c> or <c>EvaluateDeploymentOutput</c>.</param>
    /// <param name="target">The resource; null for the outputs.</param>
    /// <param name="status">The HTTP status of the answer.</param>
    /// <param name="error">Why it failed; null when it did not.</param>
    /// <param name="now">When it ended.</param>
    /// <param name="started">When it began.</param>
    public static StoredResource Create(RequestedDeployment deployment, string kind, (string Id, string Type, string Name)? target, int status, ArmError? error, DateTimeOffset started, DateTimeOffset now)
    {
        var operation = IdOf(deployment, kind, target?.Id ?? string.Empty);
        var properties = new JsonObject
        {
            ["provisioningOperation"] = kind,
            ["provisioningState"] = error is null ? DeploymentTypes.Succeeded : DeploymentTypes.Failed,
            ["timestamp"] = SystemData.Stamp(now),
            ["duration"] = DeploymentDocument.Duration(now - started),
            ["trackingId"] = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{deployment.CorrelationId}/{operation}")).AsSpan(0, 16)).ToString(),
            ["serviceRequestId"] = deployment.CorrelationId.ToString(),
            ["statusCode"] = StatusText(status),
        };
        if (error is not null) properties["statusMessage"] = new JsonObject { ["status"] = "Failed", ["error"] = ArmEnvelope.Document(error) };
        if (target is { } resource) properties["targetResource"] = new JsonObject { ["id"] = resource.Id, ["resourceType"] = resource.Type, ["resourceName"] = resource.Name };
        var id = ResourceId.TryParse($"{deployment.Id.Text}/operations/{operation}") ?? deployment.Id;
        return new StoredResource(id, Json.Freeze(new JsonObject { ["id"] = id.Text, ["operationId"] = operation, ["properties"] = properties }));
    }

    // Azure's are sixteen hexadecimal digits.
    private static string IdOf(RequestedDeployment deployment, string kind, string target) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{deployment.CorrelationId}/{kind}/{target.ToUpperInvariant()}")).AsSpan(0, 8));

    private static string StatusText(int status) => status switch
    {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "NoContent",
        400 => "BadRequest",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "NotFound",
        409 => "Conflict",
        412 => "PreconditionFailed",
        429 => "TooManyRequests",
        _ => "InternalServerError",
    };
}
