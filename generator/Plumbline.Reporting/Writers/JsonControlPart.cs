using System.Text.Json;

namespace Plumbline.Reporting.Writers;

/// <summary>Controls and features of the JSON report.</summary>
internal static class JsonControlPart
{
    public static void Write(Utf8JsonWriter json, ControlResult result)
    {
        json.WriteStartObject();
        json.WriteString("id", result.Control.Id);
        json.WriteString("title", result.Control.Title);
        json.WriteString("domain", result.Control.Domain);
        json.WriteString("status", ControlStatuses.Key(result.Status));
        json.WriteString("severity", result.Severity);
        json.WriteBoolean("customerControl", result.IsCustomerControl);
        json.WriteBoolean("liveCheck", result.HasLiveCheck);
        JsonParts.WriteCounts(json, "resources", result.Resources);
        JsonParts.WriteCounts(json, "states", result.States);
        JsonParts.WriteScores(json, result.Resources);
        JsonParts.WriteArray(json, "features", result.Features, WriteFeature);
        json.WriteEndObject();
    }

    public static void WriteFeature(Utf8JsonWriter json, FeatureResult result)
    {
        var feature = result.Feature;
        json.WriteStartObject();
        json.WriteString("id", feature.Id);
        json.WriteString("name", feature.Name);
        if (feature.Control is not null) json.WriteString("control", feature.Control);
        json.WriteString("status", ControlStatuses.Key(result.Status));
        json.WriteString("outcome", Outcome(feature.Outcome));
        json.WriteString("outcomeText", feature.OutcomeText);
        WritePublished(json, feature);
        JsonParts.WriteArray(json, "policies", result.Policies, JsonPolicyPart.Write);
        json.WriteEndObject();
    }

    private static void WritePublished(Utf8JsonWriter json, FeatureOutline feature)
    {
        json.WriteStartObject("published");
        json.WriteString("description", feature.Description);
        json.WriteString("supported", feature.Supported);
        json.WriteString("enabledByDefault", feature.EnabledByDefault);
        json.WriteString("responsibility", feature.Responsibility);
        json.WriteString("featureNotes", feature.FeatureNotes);
        json.WriteString("configurationGuidance", feature.ConfigurationGuidance);
        json.WriteString("referenceTitle", feature.ReferenceTitle);
        json.WriteString("referenceUrl", feature.ReferenceUrl);
        json.WriteString("provenance", feature.Provenance);
        json.WriteEndObject();
    }

    private static string Outcome(FeatureOutcome outcome) => outcome switch
    {
        FeatureOutcome.Policies => "policies",
        FeatureOutcome.Attestation => "attestation",
        FeatureOutcome.Platform => "platform",
        _ => "not-supported",
    };
}
