namespace Plumbline.Arm.Applying;

/// <summary>What ARM's error codes mean for who writes policy objects.</summary>
internal static class FailureCodes
{
    /// <summary>409: a lock.</summary>
    public const string ScopeLocked = "ScopeLocked";

    /// <summary>409: the same principal has the same role at the same scope under another name.</summary>
    public const string RoleAssignmentExists = "RoleAssignmentExists";

    /// <summary>400: the directory does not know the principal yet.</summary>
    public const string PrincipalNotFound = "PrincipalNotFound";

    /// <summary>Whether a refusal can be due to replication: what it refers to is not found, out of scope or not readable yet; or, of a delete, is still used by what is gone.</summary>
    public static bool MayBeInvisible(ArmFailure failure) => failure.Status switch
    {
        404 => true,
        400 => IsOutOfScope(failure) || Has(failure.Code, "NotFound") || Has(failure.Message, "could not be found") || Has(failure.Message, "not found") || Has(failure.Code, "InvalidDelete"),
        403 => failure.Code is "AuthorizationFailed" or "LinkedAuthorizationFailed" or "LinkedAccessCheckFailed",
        _ => false,
    };

    /// <summary>Whether a definition is said not to stand above what refers to it, which takes up to 30 minutes to become true for a new management group.</summary>
    public static bool IsOutOfScope(ArmFailure failure) => failure.Status == 400 && Has(failure.Message, "out of scope");

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
