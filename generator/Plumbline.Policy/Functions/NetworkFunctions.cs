using System.Collections.Immutable;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on network addresses.</summary>
internal static class NetworkFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("ipRangeContains", [Text, Text], Contains),
    ];

    private static PolicyValue Contains(ImmutableArray<PolicyValue> arguments)
    {
        var outer = AddressRange.Parse(ValueKinds.Text(arguments[0]));
        var inner = AddressRange.Parse(ValueKinds.Text(arguments[1]));
        if (outer is null || inner is null)
            return new FailedValue($"ipRangeContains() takes an address, a CIDR range or a range 'first-last' as argument {(outer is null ? 1 : 2)}, not {ValueDescription.Of(arguments[outer is null ? 0 : 1])}");
        return BooleanValue.Of(outer.Contains(inner));
    }
}
