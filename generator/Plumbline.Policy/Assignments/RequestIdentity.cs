using System.Collections.Immutable;

namespace Plumbline.Policy.Assignments;

/// <summary>Who makes a request.</summary>
/// <param name="PrincipalId">The object id.</param>
/// <param name="GroupIds">The object ids of the groups.</param>
public sealed record RequestIdentity(string PrincipalId, ImmutableArray<string> GroupIds);
