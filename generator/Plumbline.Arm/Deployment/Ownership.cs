using Newtonsoft.Json.Linq;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>
/// The mark of a deployed object: a flat text in its metadata that names the initiative it was deployed for.
/// Flat, because Azure Resource Graph turns nested metadata into text.
/// </summary>
internal static class Ownership
{
    /// <summary>The metadata key.</summary>
    public const string Key = "plumblineInitiative";

    /// <summary>Marks an object.</summary>
    public static void Mark(JObject properties, string initiative)
    {
        if (properties["metadata"] is not JObject) properties["metadata"] = new JObject();
        if (properties["metadata"] is JObject metadata) metadata[Key] = initiative;
    }

    /// <summary>The initiative an object at the endpoint was deployed for, or null when it has no mark.</summary>
    public static string? Of(LiveObject live) =>
        live.Properties["metadata"] is ObjectValue metadata && metadata[Key] is TextValue { Value: var initiative } ? initiative : null;
}
