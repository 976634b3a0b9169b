using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>Exemptions and enrolments as the service returns them.</summary>
internal static class CoverageDocument
{
    // The words of enumerations, which the service takes in any case and returns in its own.
    private static readonly ImmutableArray<(string Property, ImmutableArray<string> Words)> Enumerations =
    [
        ("exemptionCategory", ["Waiver", "Mitigated"]),
        ("assignmentScopeValidation", ["Default", "DoNotValidate"]),
        ("exemptionManagementMode", ["Admin", "UserSelfServe"]),
    ];

    /// <summary>The document after a PUT.</summary>
    public static StoredResource Create(ResourceId id, JsonObject body, StoredResource? existing, ArmRequest request)
    {
        var name = existing?.Id ?? id;
        var given = new JsonObject { ["properties"] = (body["properties"] as JsonObject)?.DeepClone() ?? new JsonObject() };
        PolicyDocumentSchema.Newest(id.Type)?.RemoveReadOnly(given);
        var properties = (JsonObject?)given["properties"]?.DeepClone() ?? [];
        foreach (var (property, words) in Enumerations)
        {
            if (words.FirstOrDefault(word => string.Equals(word, properties.Text(property), StringComparison.OrdinalIgnoreCase)) is { } written) properties[property] = written;
        }

        var document = new JsonObject { ["properties"] = properties, ["systemData"] = SystemData.After(existing, request.Now, request.Caller), ["id"] = name.Text, ["type"] = name.Type, ["name"] = name.Name };
        return new StoredResource(name, Json.Freeze(document));
    }
}
