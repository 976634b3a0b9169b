using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>The order of numbers by value: integers exactly, as doubles when one of them is a float.</summary>
internal static class NumberOrder
{
    public static int Compare(PolicyValue left, PolicyValue right) =>
        left is IntegerValue first && right is IntegerValue second
            ? first.Value.CompareTo(second.Value)
            : ValueKinds.Float(left).CompareTo(ValueKinds.Float(right));
}
