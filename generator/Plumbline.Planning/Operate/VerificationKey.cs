namespace Plumbline.Planning.Operate;

/// <summary>What a policy state is about; ids compare without regard to case, because Azure writes them in any.</summary>
/// <param name="ResourceId">The resource, in lower case.</param>
/// <param name="AssignmentId">The assignment, in lower case.</param>
/// <param name="ReferenceId">The member of the initiative, in lower case; empty for a definition that is assigned directly.</param>
internal readonly record struct VerificationKey(string ResourceId, string AssignmentId, string ReferenceId)
{
    /// <summary>The key of ids in any case.</summary>
    public static VerificationKey Of(string resource, string assignment, string? reference) =>
        new(resource.TrimEnd('/').ToLowerInvariant(), assignment.TrimEnd('/').ToLowerInvariant(), (reference ?? string.Empty).ToLowerInvariant());
}
