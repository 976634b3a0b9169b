using System.Collections.Immutable;

namespace Plumbline.Planning.Plans;

/// <summary>The guards a plan was held against.</summary>
public sealed record PlanLimits(int MaximumDeletes, ImmutableArray<string> Protect, ImmutableArray<string> AllowPrivilegedRoles);
