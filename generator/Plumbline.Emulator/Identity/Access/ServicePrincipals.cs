using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>The directory's service principals: those that can sign in and the managed identities of resources, kept as resources of the tenant.</summary>
internal static class ServicePrincipals
{
    private const string Type = ResourceTypes.ServicePrincipal;

    /// <summary>The state with the principal in it.</summary>
    /// <param name="state">Where it is added.</param>
    /// <param name="caller">Its ids and its name.</param>
    /// <param name="owner">The resource whose identity it is; null for one that signs in with a secret.</param>
    public static ArmState With(ArmState state, Caller caller, ResourceId? owner)
    {
        if (IdOf(caller.ObjectId) is not { } id) return state;
        var body = new JsonObject
        {
            ["id"] = id.Text,
            ["type"] = Type,
            ["name"] = id.Name,
            ["properties"] = new JsonObject { ["appId"] = caller.ApplicationId, ["displayName"] = caller.DisplayName, ["resourceId"] = owner?.Text },
        };
        return state.With(new StoredResource(id, Json.Freeze(body)));
    }

    /// <summary>Whether the principal exists: a managed identity does as long as its resource has it.</summary>
    public static bool Exists(ArmState state, string objectId)
    {
        if (IdOf(objectId) is not { } id || state.Find(id) is not { } principal) return false;
        if (principal.PropertyText("resourceId") is not { } owner) return true;
        return state.Find(owner) is { } resource
            && (IsSame(resource.Body.Property("identity")?.Text("principalId"), objectId) || IsSame(resource.PropertyText("principalId"), objectId));
    }

    /// <summary>The managed identity with this client id, and the id of the resource whose it is; null when there is none.</summary>
    public static (Caller Caller, string Owner)? WithAppId(ArmState state, string appId)
    {
        var found = state.OfType(Type).FirstOrDefault(principal => IsSame(principal.PropertyText("appId"), appId) && Exists(state, principal.Id.Name));
        return found?.PropertyText("resourceId") is { } owner
            ? (new Caller(found.Id.Name, appId, found.PropertyText("displayName") ?? appId), owner)
            : null;
    }

    /// <summary>A GUID that follows from the texts, so that one request gives one answer; of version 4, as the directory's are.</summary>
    public static Guid Derive(params string[] texts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', texts).ToLowerInvariant())).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static ResourceId? IdOf(string objectId) => Guid.TryParse(objectId, out var guid) ? ResourceId.TryParse($"/providers/{Type}/{guid}") : null;

    private static bool IsSame(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
