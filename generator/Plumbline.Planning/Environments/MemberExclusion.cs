namespace Plumbline.Planning.Environments;

/// <summary>Policies that an assignment leaves out: their effect becomes <c>Disabled</c>.</summary>
/// <param name="Members">Which policies.</param>
/// <param name="Reason">Why; shown in plans.</param>
public sealed record MemberExclusion(MemberChoice Members, string Reason);
