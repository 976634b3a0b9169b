using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Resources;

/// <summary>Locks (<c>Microsoft.Authorization/locks</c>): they hold for their scope and all below it, and keep what contains a locked resource from being deleted.</summary>
internal static class ResourceLocks
{
    /// <summary>The type of a lock.</summary>
    public const string Type = "Microsoft.Authorization/locks";

    private const string CanNotDelete = "CanNotDelete";
    private const string ReadOnly = "ReadOnly";
    private const int MaxNotes = 512;

    /// <summary>The refusal of a method that a lock forbids; null when none does. Locks themselves can always be written and deleted.</summary>
    public static ArmError? Refusal(ArmState state, ResourceId id, string method)
    {
        if (method is not ("PUT" or "PATCH" or "DELETE") || id.Is(Type)) return null;
        var locked = Locks(state, id, method).Select(found => found.Id.Parent?.Text ?? string.Empty).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return locked.Count == 0 ? null : ProviderErrors.ScopeLocked(method == "DELETE" ? "delete" : "write", id.Text, string.Join(',', locked));
    }

    /// <summary>What is wrong with a lock that is PUT, or null.</summary>
    public static ArmError? Validate(StoredResource candidate)
    {
        var level = candidate.PropertyText("level");
        if (level is not (CanNotDelete or ReadOnly))
            return new ArmError(400, "InvalidLockLevel", $"The lock level '{level}' is invalid. The supported levels are '{CanNotDelete}, {ReadOnly}'.");
        return candidate.PropertyText("notes")?.Length > MaxNotes
            ? new ArmError(400, "LockNotesTooLong", $"The notes of the lock are longer than the maximum of '{MaxNotes}' characters.")
            : null;
    }

    private static IEnumerable<StoredResource> Locks(ArmState state, ResourceId id, string method)
    {
        var above = Ancestors(id).SelectMany(scope => At(state, scope));
        if (method != "DELETE") return above.Where(found => found.PropertyText("level") == ReadOnly);
        return above.Concat(state.OfType(Type, id).Where(found => found.Id.Parent?.Equals(id) != true));
    }

    private static IEnumerable<StoredResource> At(ArmState state, ResourceId scope) =>
        state.OfType(Type, scope).Where(found => scope.Equals(found.Id.Parent));

    private static ImmutableArray<ResourceId> Ancestors(ResourceId id)
    {
        var all = ImmutableArray.CreateBuilder<ResourceId>();
        for (var at = id; at is not null; at = at.Parent) all.Add(at);
        return all.ToImmutable();
    }
}
