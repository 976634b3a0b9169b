using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Remediations;

/// <summary>Attestations as the service returns them.</summary>
internal static class AttestationDocument
{
    private const string ComplianceState = "complianceState";
    private const string LastChange = "lastComplianceStateChangeAt";

    /// <summary>What was PUT, with the state of its provisioning and when the compliance state last became another one.</summary>
    public static StoredResource Create(ResourceId id, JsonObject body, StoredResource? existing, ArmRequest request)
    {
        var properties = body["properties"]?.DeepClone() as JsonObject ?? [];
        var isSame = existing is not null && string.Equals(existing.PropertyText(ComplianceState), properties.Text(ComplianceState), StringComparison.OrdinalIgnoreCase);
        properties["provisioningState"] = RemediationTypes.Succeeded;
        properties[LastChange] = isSame && existing?.PropertyText(LastChange) is { } before ? before : SystemData.Stamp(request.Now);
        var document = new JsonObject
        {
            ["properties"] = properties,
            ["id"] = (existing?.Id ?? id).Text,
            ["name"] = (existing?.Id ?? id).Name,
            ["type"] = ResourceTypes.Attestation,
            ["systemData"] = SystemData.After(existing, request.Now, request.Caller),
        };
        return new StoredResource(existing?.Id ?? id, Json.Freeze(document));
    }

    /// <summary>The document as an api-version shows it: younger properties are left out.</summary>
    public static JsonObject Shape(StoredResource attestation, string apiVersion)
    {
        var document = Json.Thaw(attestation.Body);
        if (ApiVersions.IsSince(apiVersion, "2022-09-01") || document["properties"] is not JsonObject properties) return document;
        properties.Remove("assessmentDate");
        properties.Remove("metadata");
        return document;
    }
}
