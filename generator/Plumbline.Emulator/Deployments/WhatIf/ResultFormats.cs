using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Deployments.WhatIf;

/// <summary>How much a preview tells: <c>whatIfSettings.resultFormat</c>.</summary>
internal static class ResultFormats
{
    /// <summary>Whether only ids are asked for (<c>ResourceIdOnly</c>), and no payloads.</summary>
    public static bool Read(JsonObject? body) =>
        body?["properties"] is JsonObject properties && properties["whatIfSettings"] is JsonObject settings
        && string.Equals(settings.Text("resultFormat"), "ResourceIdOnly", StringComparison.OrdinalIgnoreCase);
}
