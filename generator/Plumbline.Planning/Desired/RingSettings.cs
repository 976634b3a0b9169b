using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>What the current ring makes of an assignment.</summary>
internal static class RingSettings
{
    /// <summary>The ring that an assignment is in now, or null.</summary>
    public static RolloutRing? Of(DeploymentEnvironment environment, AssignmentDeclaration assignment) =>
        environment.CurrentRing is { } ring && (ring.Assignments.IsEmpty || ring.Assignments.Contains(assignment.Name, StringComparer.OrdinalIgnoreCase)) ? ring : null;

    /// <summary>The selectors: a resource has to be chosen by the assignment's and by the ring's. Alternatives are combined each with each.</summary>
    public static ImmutableArray<ObjectValue> Selectors(AssignmentDeclaration assignment, RolloutRing? ring)
    {
        if (ring is null) return assignment.ResourceSelectors;
        var narrowed = ring.Locations.IsEmpty ? ring.ResourceSelectors : Both([Locations(ring)], ring.ResourceSelectors);
        return Both(assignment.ResourceSelectors, narrowed);
    }

    /// <summary>The chosen effects in the order in which they count: the assignment's, the ring's, then what is excluded.</summary>
    public static IEnumerable<EffectChoice> Effects(AssignmentDeclaration assignment, RolloutRing? ring) =>
        assignment.Effects.Concat(ring?.Effects ?? []).Concat(assignment.Exclusions.Select(exclusion => new EffectChoice(exclusion.Members, "Disabled")));

    private static ObjectValue Locations(RolloutRing ring) => PolicyValueReader.Object(
        ("name", new TextValue(ring.Name)),
        ("selectors", new ArrayValue([PolicyValueReader.Object(
            ("kind", new TextValue("resourceLocation")),
            ("in", new ArrayValue([.. ring.Locations.Select(location => new TextValue(location))])))])));

    private static ImmutableArray<ObjectValue> Both(ImmutableArray<ObjectValue> first, ImmutableArray<ObjectValue> second)
    {
        if (first.IsEmpty) return second;
        return second.IsEmpty ? first : [.. from left in first from right in second select Merged(left, right)];
    }

    private static ObjectValue Merged(ObjectValue left, ObjectValue right) => PolicyValueReader.Object(
        ("name", new TextValue($"{Name(left)}-{Name(right)}")),
        ("selectors", new ArrayValue([.. Items(left), .. Items(right)])));

    private static string Name(ObjectValue selector) => selector["name"] is TextValue name ? name.Value : "";

    private static ImmutableArray<PolicyValue> Items(ObjectValue selector) => selector["selectors"] is ArrayValue items ? items.Items : [];
}
