using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Resources;

/// <summary>JSON merge patch (RFC 7396), which ARM's contract asks of PATCH.</summary>
internal static class MergePatch
{
    /// <summary>A new document: <paramref name="target"/> with the members of <paramref name="patch"/>; null removes one, objects are merged, all else is replaced.</summary>
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        var result = (JsonObject)target.DeepClone();
        foreach (var (name, value) in patch)
        {
            if (value is null) result.Remove(name);
            else if (value is JsonObject inner) result[name] = Apply(result[name] as JsonObject ?? [], inner);
            else result[name] = value.DeepClone();
        }

        return result;
    }
}
