using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Deployments.WhatIf;

/// <summary>
/// The differences between two payloads as what-if writes them: <c>{ path, propertyChangeType, before, after, children }</c>. Members of objects have dotted paths; of arrays,
/// children have positions as paths.
/// </summary>
internal static class PropertyDeltas
{
    private static readonly string[] Identity = ["id", "name", "type", "apiVersion"];

    /// <summary>The differences, in the order of the new payload, then those of members that only the old one has.</summary>
    public static JsonArray Between(JsonObject before, JsonObject after)
    {
        var deltas = new List<JsonNode>();
        Objects(before, after, string.Empty, deltas, Identity);
        return new JsonArray([.. deltas]);
    }

    private static void Objects(JsonObject before, JsonObject after, string prefix, List<JsonNode> deltas, string[] ignored)
    {
        foreach (var (name, value) in after.Where(member => !ignored.Contains(member.Key)))
        {
            if (Find(before, name) is { } old) Values(old.Value, value, prefix + name, deltas);
            else if (value is not null) deltas.Add(Delta(prefix + name, "Create", null, value));
        }

        foreach (var (name, value) in before.Where(member => !ignored.Contains(member.Key) && Find(after, member.Key) is null && member.Value is not null))
            deltas.Add(Delta(prefix + name, "Delete", value, null));
    }

    private static void Values(JsonNode? before, JsonNode? after, string path, List<JsonNode> deltas)
    {
        if (JsonNode.DeepEquals(before, after) || IsSameLocation(path, before, after)) return;
        // What is known only after the deployment may well be what is there already.
        if (after is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is ['[', .., ']'] && before is not null) return;
        switch (before, after)
        {
            case (JsonObject left, JsonObject right):
                Objects(left, right, path + ".", deltas, []);
                break;
            case (JsonArray left, JsonArray right):
                var children = Items(left, right);
                if (children.Count > 0) deltas.Add(WithChildren(Delta(path, "Array", left, right), children));
                break;
            default:
                deltas.Add(Delta(path, "Modify", before, after));
                break;
        }
    }

    private static List<JsonNode> Items(JsonArray before, JsonArray after)
    {
        var children = new List<JsonNode>();
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
        {
            var path = index.ToString(CultureInfo.InvariantCulture);
            if (index >= before.Count) children.Add(Delta(path, "Create", null, after[index]));
            else if (index >= after.Count) children.Add(Delta(path, "Delete", before[index], null));
            else Item(before[index], after[index], path, children);
        }

        return children;
    }

    private static void Item(JsonNode? before, JsonNode? after, string path, List<JsonNode> children)
    {
        if (before is not JsonObject left || after is not JsonObject right)
        {
            Values(before, after, path, children);
            return;
        }

        var inside = new List<JsonNode>();
        Objects(left, right, string.Empty, inside, []);
        if (inside.Count > 0) children.Add(WithChildren(Delta(path, "Modify", null, null), inside));
    }

    private static JsonObject Delta(string path, string kind, JsonNode? before, JsonNode? after) => new()
    {
        ["path"] = path,
        ["propertyChangeType"] = kind,
        ["before"] = before?.DeepClone(),
        ["after"] = after?.DeepClone(),
        ["children"] = null,
    };

    private static JsonObject WithChildren(JsonObject delta, List<JsonNode> children)
    {
        delta["children"] = new JsonArray([.. children]);
        return delta;
    }

    private static KeyValuePair<string, JsonNode?>? Find(JsonObject item, string name)
    {
        foreach (var member in item)
        {
            if (string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)) return member;
        }

        return null;
    }

    // "West Europe" and "westeurope" are the same location.
    private static bool IsSameLocation(string path, JsonNode? before, JsonNode? after) =>
        path == "location" && before is JsonValue left && after is JsonValue right
        && string.Equals(left.ToString().Replace(" ", string.Empty, StringComparison.Ordinal), right.ToString().Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
