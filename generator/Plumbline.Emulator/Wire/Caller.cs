using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Wire;

/// <summary>The principal behind a token.</summary>
/// <param name="ObjectId">Its object id, a GUID.</param>
/// <param name="ApplicationId">The id of its application, a GUID; null for a person.</param>
/// <param name="DisplayName">For messages.</param>
internal sealed record Caller(string ObjectId, string? ApplicationId, string DisplayName)
{
    /// <summary>The principal of the emulator's own token: Owner of everything.</summary>
    public static Caller Owner { get; } = new(SystemData.Principal, "44444444-4444-4444-4444-444444444444", "Plumbline owner");
}
