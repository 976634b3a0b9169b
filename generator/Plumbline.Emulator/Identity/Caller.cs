namespace Plumbline.Emulator.Identity;

/// <summary>Who sends a request.</summary>
/// <param name="ObjectId">The object id of the principal.</param>
/// <param name="AppId">Its client id.</param>
internal sealed record Caller(string ObjectId, string AppId);
