using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.ResourceGraph.Tables;

/// <summary>Which rows a caller may see: what its roles let it read, and the scopes above and below that.</summary>
internal sealed class ReadAccess
{
    private readonly AccessIndex index;
    private readonly string principal;
    private readonly ImmutableArray<ResourceId> scopes;
    private readonly ConcurrentDictionary<string, bool> everywhere = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of a principal, for a query over some scopes; none stands for the whole tenant.</summary>
    public ReadAccess(ArmState state, string principal, ImmutableArray<ResourceId> scopes)
    {
        this.principal = principal;
        index = AccessIndex.Of(state);
        this.scopes = scopes.IsEmpty && ResourceId.TryParse($"/providers/{ResourceTypes.ManagementGroup}/{state.TenantId}") is { } root ? [root] : scopes;
    }

    /// <summary>Whether the caller may read anything at or around a scope.</summary>
    public bool Concerns(ResourceId scope) => index.IsConcerned(principal, scope);

    /// <summary>Whether the caller may see the row. Built-ins are open to all in the tenant.</summary>
    public bool MayRead(ResourceId id)
    {
        if (ResourceTypes.IsBuiltIn(id) || (id.Is(ResourceTypes.RoleDefinition) && id.Parent is null)) return true;
        if (id.Is(ResourceTypes.Subscription) || id.Is(ResourceTypes.ManagementGroup)) return Concerns(id);
        return MayReadEverywhere(id.Type) || index.IsAllowed(principal, id.Type + "/read", id);
    }

    // INVARIANT: roles are inherited, so who may read a type at all scopes of a query may read it everywhere inside them.
    private bool MayReadEverywhere(string type) => everywhere.GetOrAdd(type, asked => !scopes.IsEmpty && scopes.All(scope => index.IsAllowed(principal, asked + "/read", scope)));
}
