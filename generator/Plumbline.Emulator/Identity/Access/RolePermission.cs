using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>One of a role's permissions: what it allows, less what it leaves out. Data actions are kept, and decide nothing here.</summary>
internal sealed record RolePermission(ImmutableArray<ActionPattern> Actions, ImmutableArray<ActionPattern> NotActions, JsonElement Body)
{
    /// <summary>Reads an entry of <c>permissions</c>.</summary>
    public static RolePermission Read(JsonElement body) => new(Patterns(body, "actions"), Patterns(body, "notActions"), body);

    /// <summary>Whether it allows the operation. What it leaves out may still be allowed by another role.</summary>
    public bool Allows(string action) => Actions.Any(pattern => pattern.Matches(action)) && !NotActions.Any(pattern => pattern.Matches(action));

    /// <summary>As the service shows it: all four lists.</summary>
    public JsonObject Document()
    {
        var document = new JsonObject();
        foreach (var name in (ReadOnlySpan<string>)["actions", "notActions", "dataActions", "notDataActions"])
            document[name] = new JsonArray([.. Texts(Body, name).Select(text => JsonValue.Create(text))]);
        return document;
    }

    private static ImmutableArray<ActionPattern> Patterns(JsonElement body, string name) => [.. Texts(body, name).Select(text => new ActionPattern(text))];

    private static IEnumerable<string> Texts(JsonElement body, string name) => body.Property(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString() ?? string.Empty)
        : [];
}
