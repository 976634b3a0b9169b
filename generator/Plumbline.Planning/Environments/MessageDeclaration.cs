namespace Plumbline.Planning.Environments;

/// <summary>What people are told of a violation.</summary>
/// <param name="Members">Of which policies, or null for all that have no message of their own.</param>
/// <param name="Text">The message.</param>
public sealed record MessageDeclaration(MemberChoice? Members, string Text);
