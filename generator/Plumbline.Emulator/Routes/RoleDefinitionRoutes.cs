using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Role definitions: the built-in ones, which every scope shows, and custom ones, which stand where they were made and show where they can be assigned.</summary>
internal sealed class RoleDefinitionRoutes(PolicyEnforcer enforcer)
{
    private const string Type = ResourceTypes.RoleDefinition;
    private const string Collection = $"{{*scope}}/providers/{Type}";
    private const string Item = $"{Collection}/{{name}}";

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Collection, Type, List),
        new("GET", Item, Type, Get),
        new("PUT", Item, Type, Put),
        new("DELETE", Item, Type, Delete),
        new("GET", "{*scope}/providers/Microsoft.Authorization/permissions", "Microsoft.Authorization/permissions", Permissions),
    ];

    private static Outcome Get(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id => RoleDefinition.Find(state, id.Name) is { } role
        ? new ArmResponse(200, RoleDefinitionDocument.Shape(role, id.Parent))
        : RoleErrors.DefinitionNotFound(id.Name));

    private static Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path + "/-", any =>
    {
        var filter = AccessFilter.None;
        if (request.Query.TryGetValue("$filter", out var text) && text.Length > 0)
        {
            if (AccessFilter.Parse(text, "roleName", "type") is not { } parsed) return RoleErrors.InvalidFilter(text);
            filter = parsed;
        }

        var listed = state.OfType(Type).Where(role =>
            RoleDefinition.IsAssignableAt(state, role, any.Parent) && filter.Fits("roleName", role.PropertyText("roleName")) && filter.Fits("type", role.PropertyText("type")));
        return Paging.Page(request, [.. listed], role => RoleDefinitionDocument.Shape(role, any.Parent));
    });

    private Outcome Delete(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (RoleDefinition.Find(state, id.Name) is not { } role) return new ArmResponse(204);
        if (ResourceTypes.IsBuiltIn(role.Id)) return RoleErrors.BuiltInIsReadOnly(id.Name);
        var isUsed = state.OfType(ResourceTypes.RoleAssignment).Any(assignment => assignment.PropertyText("roleDefinitionId")?.EndsWith("/" + id.Name, StringComparison.OrdinalIgnoreCase) == true);
        return isUsed
            ? RoleErrors.DefinitionInUse()
            : Outcome.Of(enforcer.Delete(state, role, request), _ => new ArmResponse(200, RoleDefinitionDocument.Shape(role, id.Parent)));
    });

    private Outcome Put(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (!Guid.TryParse(id.Name, out _)) return RoleErrors.DefinitionNameNotGuid(id.Name);
        if (request.Body?["properties"] is not JsonObject properties) return ArmErrors.InvalidRequestContent("The request has no 'properties'");
        var existing = RoleDefinition.Find(state, id.Name);
        if (existing is not null && ResourceTypes.IsBuiltIn(existing.Id)) return RoleErrors.BuiltInIsReadOnly(id.Name);
        if (id.Parent is null) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (RoleDefinitionDocument.Problem(properties) is { } problem) return RoleErrors.Invalid(problem);
        if (HasTwin(state, id, properties.Text("roleName"))) return RoleErrors.DefinitionWithSameName();
        var candidate = RoleDefinitionDocument.Create(existing?.Id ?? id, properties, existing, request);
        return Outcome.Of(enforcer.Write(state, candidate, request), written => new ArmResponse(201, RoleDefinitionDocument.Shape(written, id.Parent)));
    });

    private static bool HasTwin(ArmState state, ResourceId id, string? roleName) => state.OfType(Type).Any(role =>
        !string.Equals(role.Id.Name, id.Name, StringComparison.OrdinalIgnoreCase) && string.Equals(role.PropertyText("roleName"), roleName, StringComparison.OrdinalIgnoreCase));

    // What the caller may do at the scope, a role an entry.
    private static Outcome Permissions(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path + "/-", any => ArmEnvelope.List(
        AccessIndex.Of(state).GrantsAt(request.Caller.ObjectId, any.Parent).SelectMany(grant => grant.Role.Permissions).Select(permission => permission.Document()), null));
}
