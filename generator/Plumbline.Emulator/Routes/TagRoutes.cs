using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Resources;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The tags of a subscription, a resource group or a resource, as a resource of their own.</summary>
internal sealed class TagRoutes(PolicyEnforcer enforcer)
{
    private const string Type = "Microsoft.Resources/tags";
    private const string Pattern = $"{{*scope}}/providers/{Type}/default";

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Pattern, Type, (state, request) => At(state, request, tagged => new ArmResponse(200, Document(tagged)))),
        new("PUT", Pattern, Type, (state, request) => At(state, request, tagged => Put(state, request, tagged))),
        new("PATCH", Pattern, Type, (state, request) => At(state, request, tagged => Patch(state, request, tagged))),
        new("DELETE", Pattern, Type, (state, request) => At(state, request, tagged => Write(state, request, tagged, []))),
    ];

    private static Outcome At(ArmState state, ArmRequest request, Func<StoredResource, Outcome> then) => ScopeCheck.In(state, request["scope"], id =>
        state.Find(id) is { } found ? then(found) : ArmErrors.ResourceNotFound($"{id.Type}/{id.Name}", id.ResourceGroup));

    private Outcome Put(ArmState state, ArmRequest request, StoredResource tagged) =>
        Given(request) is { } tags ? Write(state, request, tagged, tags) : Missing();

    private Outcome Patch(ArmState state, ArmRequest request, StoredResource tagged)
    {
        if (Given(request) is not { } tags) return Missing();
        return request.Body?.Text("operation") switch
        {
            "Replace" => Write(state, request, tagged, tags),
            "Merge" => Write(state, request, tagged, Merged(Tags(tagged), tags)),
            "Delete" => Write(state, request, tagged, Without(Tags(tagged), tags)),
            var other => ArmErrors.InvalidRequestContent($"The tags patch operation '{other}' is not one of 'Replace, Merge, Delete'"),
        };
    }

    private Outcome Write(ArmState state, ArmRequest request, StoredResource tagged, JsonObject tags)
    {
        if (ResourceTags.Validate(tags) is { } invalid) return invalid;
        if (ResourceLocks.Refusal(state, tagged.Id, "PUT") is { } locked) return locked;
        var body = Json.Thaw(tagged.Body);
        body["tags"] = tags.DeepClone();
        var resource = new StoredResource(tagged.Id, Json.Freeze(body));
        var onlyTags = request with { Method = "PATCH", Body = new JsonObject { ["tags"] = tags.DeepClone() } };
        return Outcome.Of(enforcer.Write(state, resource, onlyTags), written => request.Method == "DELETE" ? new ArmResponse(200) : new ArmResponse(200, Document(written)));
    }

    private static JsonObject? Given(ArmRequest request) => (request.Body?["properties"] as JsonObject)?["tags"] as JsonObject;

    private static Outcome Missing() => ArmErrors.InvalidRequestContent("The request has no object 'properties.tags'");

    private static JsonObject Tags(StoredResource resource) => resource.Body.Property("tags") is { ValueKind: JsonValueKind.Object } tags ? Json.Thaw(tags) : [];

    // A tag's name compares without regard to case; its casing is that of the newest write.
    private static JsonObject Merged(JsonObject existing, JsonObject given)
    {
        var merged = Without(existing, given, withAnyValue: true);
        foreach (var (name, value) in given) merged[name] = value?.DeepClone();
        return merged;
    }

    // A tag that is given with another value stays.
    private static JsonObject Without(JsonObject existing, JsonObject given, bool withAnyValue = false)
    {
        var left = new JsonObject();
        foreach (var (name, value) in existing)
        {
            var isGiven = given.Any(tag => string.Equals(tag.Key, name, StringComparison.OrdinalIgnoreCase) && (withAnyValue || JsonNode.DeepEquals(tag.Value, value)));
            if (!isGiven) left[name] = value?.DeepClone();
        }

        return left;
    }

    private static JsonObject Document(StoredResource resource) => new()
    {
        ["id"] = $"{resource.Id.Text}/providers/{Type}/default",
        ["name"] = "default",
        ["type"] = Type,
        ["properties"] = new JsonObject { ["tags"] = Tags(resource) },
    };
}
