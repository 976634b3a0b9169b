using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>A service principal that may sign in to the emulator, and the one role it starts with.</summary>
/// <param name="ObjectId">Its object id, a GUID: what role assignments name.</param>
/// <param name="AppId">Its client id, a GUID: what it signs in with.</param>
/// <param name="Secret">Its client secret; null means the token of the run, which nobody but the user who started it can read.</param>
/// <param name="DisplayName">Its name, for people.</param>
/// <param name="RoleDefinition">The name of a built-in role or the GUID of one, such as <c>Reader</c>.</param>
/// <param name="Scope">The id of the scope the role is held at; <c>/</c> is the whole tenant.</param>
public sealed record EmulatorPrincipal(
    string ObjectId, string AppId, string? Secret, string DisplayName, string RoleDefinition = "Owner", string Scope = "/")
{
    /// <summary>As requests carry it.</summary>
    internal Caller Caller => new(ObjectId, AppId, DisplayName);

    /// <summary>The principal behind the emulator's bearer token. It may do everything.</summary>
    public static EmulatorPrincipal Owner { get; } = new(
        "5b7a2f0e-9c41-4d63-8e0f-2a1d6c3b4e95", "44444444-4444-4444-4444-444444444444", null, "Plumbline owner");

    /// <summary>One that may change everything but access and policy.</summary>
    public static EmulatorPrincipal Contributor { get; } = new(
        "c0a7f1d2-3b64-4e58-9d0c-7a2e5f81b346", "55555555-5555-5555-5555-555555555555", null, "Plumbline contributor", "Contributor");

    /// <summary>One that may read everything and change nothing.</summary>
    public static EmulatorPrincipal Reader { get; } = new(
        "d81e4c90-6f2b-4a17-8c35-19b7e0a4d562", "66666666-6666-6666-6666-666666666666", null, "Plumbline reader", "Reader");
}
