using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Role assignments at any scope, the tenant included. They are made and deleted; of one that is there only the description and the condition can change.</summary>
internal sealed class RoleAssignmentRoutes(PolicyEnforcer enforcer)
{
    private const string Type = ResourceTypes.RoleAssignment;
    private const string Collection = $"{{*scope}}/providers/{Type}";
    private const string Item = $"{Collection}/{{name}}";
    private static readonly ImmutableArray<string> PrincipalTypes = ["User", "Group", "ServicePrincipal", "ForeignGroup", "Device"];

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Collection, Type, List),
        new("GET", Item, Type, Get),
        new("PUT", Item, Type, Put),
        new("DELETE", Item, Type, Delete),
    ];

    private static Outcome Get(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id => state.Find(id) is { } found
        ? new ArmResponse(200, RoleAssignmentDocument.Shape(found, request.ApiVersion))
        : RoleErrors.AssignmentNotFound(id.Name));

    private Outcome Delete(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id => state.Find(id) is { } found
        ? Outcome.Of(enforcer.Delete(state, found, request), _ => new ArmResponse(200, RoleAssignmentDocument.Shape(found, request.ApiVersion)))
        : new ArmResponse(204));

    private static Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path + "/-", any =>
    {
        var filter = AccessFilter.None;
        if (request.Query.TryGetValue("$filter", out var text) && text.Length > 0)
        {
            if (AccessFilter.Parse(text, "principalId") is not { } parsed) return RoleErrors.InvalidFilter(text);
            filter = parsed;
        }

        var listed = state.OfType(Type).Where(assignment => IsListed(state, assignment, any.Parent, filter));
        return Paging.Page(request, [.. listed], assignment => RoleAssignmentDocument.Shape(assignment, request.ApiVersion));
    });

    private static bool IsListed(ArmState state, StoredResource assignment, ResourceId? scope, AccessFilter filter)
    {
        if (!filter.Fits("principalId", assignment.PropertyText("principalId"))) return false;
        var tree = ScopeTree.Of(state);
        var at = assignment.Id.Parent;
        var isAbove = ScopeChain.Above(tree, scope).Contains(at?.Text ?? ScopeChain.Tenant, StringComparer.OrdinalIgnoreCase);
        return isAbove || (!filter.AtScope && (scope is null || (at is not null && tree.Contains(scope, at))));
    }

    private Outcome Put(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (!Guid.TryParse(id.Name, out _)) return RoleErrors.AssignmentNameNotGuid(id.Name);
        if (request.Body?["properties"] is not JsonObject properties) return ArmErrors.InvalidRequestContent("The request has no 'properties'");
        if (Refusal(state, properties) is { } refused) return refused;
        if (id.Parent is { } scope && state.Find(scope) is null) return ArmErrors.ResourceNotFound($"{scope.Type}/{scope.Name}", scope.ResourceGroup);
        return Put(state, request, id, properties);
    });

    private Outcome Put(ArmState state, ArmRequest request, ResourceId id, JsonObject properties)
    {
        var role = RoleDefinition.Find(state, properties.Text("roleDefinitionId") ?? string.Empty);
        if (role is null) return RoleErrors.RoleDoesNotExist(NameOf(properties.Text("roleDefinitionId")));
        if (!RoleDefinition.IsAssignableAt(state, role, id.Parent)) return RoleErrors.NotAssignable(id.Parent?.Text ?? ScopeChain.Tenant, RoleDefinition.Of(role).Name);
        var existing = state.Find(id);
        var candidate = RoleAssignmentDocument.Create(id, properties, existing, request, RoleDefinitionDocument.IdAt(role, id.Parent));
        if (existing is not null && !IsSameGrant(existing, candidate)) return RoleErrors.UpdateNotPermitted();
        var twin = state.OfType(ResourceTypes.RoleAssignment).FirstOrDefault(other => !other.Id.Equals(id) && Equals(other.Id.Parent, id.Parent) && IsSameGrant(other, candidate));
        if (twin is not null) return RoleErrors.AssignmentExists(twin.Id.Name);
        return Outcome.Of(
            enforcer.Write(state, candidate, request), written => new ArmResponse(existing is null ? 201 : 200, RoleAssignmentDocument.Shape(written, request.ApiVersion)));
    }

    private static ArmError? Refusal(ArmState state, JsonObject properties)
    {
        if (properties.Text("principalId") is not { } principal || !Guid.TryParse(principal, out _)) return RoleErrors.Invalid("'principalId' is not a GUID.");
        if (properties.Text("roleDefinitionId") is not { Length: > 0 }) return RoleErrors.Invalid("'roleDefinitionId' is missing.");
        var exists = ServicePrincipals.Exists(state, principal);
        if (properties.Text("principalType") is not { } type) return exists ? null : RoleErrors.PrincipalNotFound(principal, state.TenantId);
        if (!PrincipalTypes.Contains(type, StringComparer.OrdinalIgnoreCase)) return RoleErrors.Invalid($"'{type}' is no principal type.");
        return exists && !string.Equals(type, "ServicePrincipal", StringComparison.OrdinalIgnoreCase) ? RoleErrors.PrincipalTypeDiffers(principal, type) : null;
    }

    private static bool IsSameGrant(StoredResource left, StoredResource right) =>
        Is(left.PropertyText("principalId"), right.PropertyText("principalId"))
        && Is(NameOf(left.PropertyText("roleDefinitionId")), NameOf(right.PropertyText("roleDefinitionId")));

    private static string NameOf(string? id) => id is null ? string.Empty : id[(id.LastIndexOf('/') + 1)..];

    private static bool Is(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
