using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>The function <c>sort</c>: a stable merge sort, whose lambda says whether its first argument comes before its second.</summary>
internal static class LambdaSort
{
    public static PolicyValue Sort(PolicyValue items, Func<PolicyValue[], PolicyValue> comesBefore)
    {
        FailedValue? failure = null;
        bool Before(PolicyValue left, PolicyValue right)
        {
            if (failure is not null) return false;
            var verdict = comesBefore([left, right]);
            if (verdict is BooleanValue known) return known.Value;
            failure = verdict as FailedValue ?? new FailedValue($"The lambda of sort() answers a boolean, not {ValueDescription.Of(verdict)}");
            return false;
        }

        var sorted = Merge([.. ((ArrayValue)items).Items], Before);
        return failure is null ? new ArrayValue([.. sorted]) : failure;
    }

    private static List<PolicyValue> Merge(List<PolicyValue> items, Func<PolicyValue, PolicyValue, bool> before)
    {
        if (items.Count < 2) return items;
        var (left, right) = (Merge(items[..(items.Count / 2)], before), Merge(items[(items.Count / 2)..], before));
        var merged = new List<PolicyValue>(items.Count);
        var (first, second) = (0, 0);
        while (first < left.Count && second < right.Count) merged.Add(before(right[second], left[first]) ? right[second++] : left[first++]);
        merged.AddRange(left[first..]);
        merged.AddRange(right[second..]);
        return merged;
    }
}
