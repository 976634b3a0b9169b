using System.Collections.Immutable;

namespace Plumbline.Planning.Operate;

/// <summary>A resource that a remediation could not change.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Code">ARM's error code.</param>
/// <param name="Message">ARM's message.</param>
/// <param name="DeniedBy">The assignments whose policies refused the change, by display name, else id; empty when none did.</param>
public sealed record RemediationFailure(string ResourceId, string Code, string Message, ImmutableArray<string> DeniedBy)
{
    /// <summary>The answer in one line.</summary>
    public string Text => DeniedBy.IsEmpty ? $"{Code}: {Message}" : $"{Code}: {Message} (denied by {string.Join(", ", DeniedBy.Select(name => $"'{name}'"))})";
}
