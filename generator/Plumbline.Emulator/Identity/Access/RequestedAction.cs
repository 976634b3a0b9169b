namespace Plumbline.Emulator.Identity.Access;

/// <summary>What a request wants to do, in the words of roles.</summary>
/// <param name="Action">The operation, such as <c>Microsoft.Authorization/policyAssignments/write</c>; types in the casing of the path.</param>
/// <param name="Scope">The path of what it is done to.</param>
/// <param name="IsCollection">Whether it reads a list, of which each caller sees its own part.</param>
internal sealed record RequestedAction(string Action, string Scope, bool IsCollection = false)
{
    /// <summary>Another operation that suffices, or null: queries that are sent as POST need no more than reading.</summary>
    public string? Alternative { get; init; }
}
