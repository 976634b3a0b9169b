namespace Plumbline.Emulator.Identity;

/// <summary>The first segment of the paths that sign in.</summary>
internal static class Authority
{
    /// <summary>Whether it names the tenant: by its id, as <c>adfs</c> (which stands where another tenant would), or as "whichever the account is of".</summary>
    public static bool IsOf(string tenantId, string segment) =>
        string.Equals(segment, tenantId, StringComparison.OrdinalIgnoreCase) || segment.ToLowerInvariant() is "adfs" or "common" or "organizations";
}
