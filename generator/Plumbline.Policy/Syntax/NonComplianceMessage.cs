using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>What people are told of a violation.</summary>
/// <param name="ReferenceId">The member of the initiative it is for; null for all that have none of their own.</param>
public sealed record NonComplianceMessage(string Message, string? ReferenceId, SourceLocation? Location = null);
