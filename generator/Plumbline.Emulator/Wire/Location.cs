using System.Globalization;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Wire;

/// <summary>A region of Azure's public cloud.</summary>
/// <param name="Name">Its name in <c>location</c>, such as <c>westeurope</c>.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Geography">The geography it lies in.</param>
/// <param name="GeographyGroup">The part of the world; for people the display name carries it in brackets.</param>
/// <param name="Paired">The region it is paired with; empty for none.</param>
internal sealed record Location(string Name, string DisplayName, string Geography, string GeographyGroup, string Paired)
{
    /// <summary>As ARM returns it for a subscription. Coordinates and zone mappings, which differ by subscription in Azure, are left out.</summary>
    public JsonObject Document(string subscription) => new()
    {
        ["id"] = $"{subscription}/locations/{Name}",
        ["name"] = Name,
        ["type"] = "Region",
        ["displayName"] = DisplayName,
        ["regionalDisplayName"] = string.Create(CultureInfo.InvariantCulture, $"({GeographyGroup}) {DisplayName}"),
        ["metadata"] = new JsonObject
        {
            ["regionType"] = "Physical",
            ["regionCategory"] = "Recommended",
            ["geography"] = Geography,
            ["geographyGroup"] = GeographyGroup,
            ["pairedRegion"] = Paired.Length == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["name"] = Paired, ["id"] = $"{subscription}/locations/{Paired}" }),
        },
    };
}
