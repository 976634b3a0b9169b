using System.Collections.Immutable;

namespace Plumbline.Planning.Plans;

/// <summary>What was read.</summary>
/// <param name="StateDigest">Of all objects that the plan depends on.</param>
/// <param name="ReadFrom"><c>arm</c>.</param>
/// <param name="Counts">How many objects were read, by <see cref="Objects.ArmObjectKinds.TypeName"/>.</param>
public sealed record PlanBaseline(string StateDigest, string ReadFrom, ImmutableSortedDictionary<string, int> Counts);
