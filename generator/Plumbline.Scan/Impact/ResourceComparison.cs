using System.Collections.Immutable;
using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Impact;

/// <summary>A resource in both worlds.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Before">What the policies say before the change; those that do not apply are left out.</param>
/// <param name="After">What they say after it.</param>
public sealed record ResourceComparison(ScannedResource Resource, ImmutableArray<PolicyOutcome> Before, ImmutableArray<PolicyOutcome> After);
