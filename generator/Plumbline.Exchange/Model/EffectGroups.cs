using System.Collections.Immutable;
using Plumbline.Planning.Environments;

namespace Plumbline.Exchange.Model;

/// <summary>Brings effect choices into the one form that tools with overrides can say: each policy once, those with the same effect together.</summary>
internal static class EffectGroups
{
    /// <summary>The choices of which each is the last for its policies, in the order in which their effects come up.</summary>
    public static ImmutableArray<EffectChoice> Normalised(IEnumerable<EffectChoice> choices)
    {
        var last = new List<EffectChoice>();
        foreach (var choice in choices)
        {
            last.RemoveAll(earlier => IsSame(earlier.Members, choice.Members));
            last.Add(choice);
        }

        return [.. last.GroupBy(choice => choice.Effect, StringComparer.OrdinalIgnoreCase).SelectMany(same => same)];
    }

    private static bool IsSame(MemberChoice left, MemberChoice right) => left.Kind == right.Kind && string.Equals(left.Name, right.Name, StringComparison.OrdinalIgnoreCase);
}
