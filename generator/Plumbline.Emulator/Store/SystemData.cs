using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Store;

/// <summary>Who made and changed a resource, as the service notes it. All principals are applications.</summary>
internal static class SystemData
{
    /// <summary>The object id of the principal behind the emulator's token.</summary>
    public const string Principal = "5b7a2f0e-9c41-4d63-8e0f-2a1d6c3b4e95";

    /// <summary>The instant as ARM writes it: UTC with seven decimals.</summary>
    public static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The <c>systemData</c> after a write; what is known of the creation is kept.</summary>
    public static JsonObject After(StoredResource? existing, DateTimeOffset now, Caller? caller = null)
    {
        var stamp = Stamp(now);
        var principal = caller?.ObjectId ?? Principal;
        var before = existing?.Body.Property("systemData");
        return new JsonObject
        {
            ["createdBy"] = before?.Text("createdBy") ?? principal,
            ["createdByType"] = before?.Text("createdByType") ?? "Application",
            ["createdAt"] = before?.Text("createdAt") ?? stamp,
            ["lastModifiedBy"] = principal,
            ["lastModifiedByType"] = "Application",
            ["lastModifiedAt"] = stamp,
        };
    }
}
