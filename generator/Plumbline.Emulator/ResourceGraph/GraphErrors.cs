using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.ResourceGraph;

/// <summary>The refusals of Resource Graph: <c>BadRequest</c> with what is wrong in its details.</summary>
internal static class GraphErrors
{
    /// <summary>The query is wrong. The second detail says how; that of a parser failure has the place and the token too.</summary>
    public static ArmResponse InvalidQuery(ArmRequest request, KqlError error)
    {
        var detail = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        if (error.Token.Length > 0)
        {
            detail["line"] = error.At.Line;
            detail["characterPositionInLine"] = error.At.Column;
            detail["token"] = error.Token;
            detail["expectedToken"] = error.Expected ?? string.Empty;
        }

        return BadRequest(request, new JsonObject
        {
            ["code"] = "InvalidQuery",
            ["message"] = "Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.",
        }, detail);
    }

    /// <summary>The request around the query is wrong.</summary>
    public static ArmResponse InvalidPayload(ArmRequest request, string message) => BadRequest(request, new JsonObject { ["code"] = "InvalidPayload", ["message"] = message });

    /// <summary>The page is larger than an answer may be.</summary>
    public static ArmResponse PayloadTooLarge(ArmRequest request, long size, int limit) => BadRequest(request, new JsonObject
    {
        ["code"] = "ResponsePayloadTooLarge",
        ["message"] = string.Create(CultureInfo.InvariantCulture, $"Response payload size is {size}, and has exceeded the limit of {limit}. Please consider querying less data at a time and make paginated call if needed."),
    });

    /// <summary>None of the scopes is one that the caller may read.</summary>
    public static ArmResponse NoScope() => ArmEnvelope.Error(new ArmError(
        403, "AuthorizationFailed", "The client does not have authorization to read any of the subscriptions and management groups of the query, or they do not exist."));

    private static ArmResponse BadRequest(ArmRequest request, params ReadOnlySpan<JsonNode?> details) => new(400, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = "BadRequest",
            ["message"] = $"Please provide below info when asking for support: timestamp = {request.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}, correlationId = {request.RequestId}.",
            ["details"] = new JsonArray(details.ToArray()),
        },
    });
}
