using System.Collections.Immutable;
using Plumbline.Exchange.Texts;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Model;

/// <summary>Narrows resource selectors by others: several selectors are alternatives, so each is combined with each.</summary>
internal static class SelectorProduct
{
    /// <summary>The selectors that choose what both choose.</summary>
    public static ImmutableArray<ObjectValue> Of(ImmutableArray<ObjectValue> first, ImmutableArray<ObjectValue> second)
    {
        if (first.IsEmpty) return second;
        return second.IsEmpty ? first : [.. from left in first from right in second select Both(left, right)];
    }

    private static ObjectValue Both(ObjectValue left, ObjectValue right) => JsonText.Object(
        ("name", new TextValue($"{Name(left)}-{Name(right)}")),
        ("selectors", new ArrayValue([.. Parts(left), .. Parts(right)])));

    private static string Name(ObjectValue selector) => selector["name"] is TextValue name ? name.Value : "";

    private static ImmutableArray<PolicyValue> Parts(ObjectValue selector) => selector["selectors"] is ArrayValue parts ? parts.Items : [];
}
