using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Wire;

/// <summary>The shapes around ARM's answers.</summary>
internal static class ArmEnvelope
{
    /// <summary><c>{"error":{code,message,target?,details?,additionalInfo?}}</c>.</summary>
    public static ArmResponse Error(ArmError error) => new(error.Status, new JsonObject { ["error"] = Document(error) });

    /// <summary>The error itself, with those that it wraps.</summary>
    public static JsonObject Document(ArmError error)
    {
        var body = new JsonObject { ["code"] = error.Code };
        if (error.Target is not null) body["target"] = error.Target;
        body["message"] = error.Message;
        if (!error.Details.IsEmpty) body["details"] = new JsonArray([.. error.Details.Select(Document)]);
        if (error.AdditionalInfo is { } info) body["additionalInfo"] = JsonNode.Parse(info.GetRawText());
        return body;
    }

    /// <summary><c>{"value":[...],"nextLink":"..."}</c>; the link is left out on the last page.</summary>
    public static ArmResponse List(IEnumerable<JsonNode> items, string? nextLink)
    {
        var body = new JsonObject { ["value"] = new JsonArray([.. items]) };
        if (nextLink is not null) body["nextLink"] = nextLink;
        return new ArmResponse(200, body);
    }
}
