using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Templates;

/// <summary>Functions on address ranges in CIDR notation.</summary>
internal static class CidrFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("parseCidr", [Text], arguments => Read(arguments[0]) is { } range ? Describe(range) : NoRange("parseCidr", arguments[0])),
        new("cidrSubnet", [Text, Integer, Integer], Subnet),
        new("cidrHost", [Text, Integer], Host),
    ];

    private static PolicyValue Subnet(ImmutableArray<PolicyValue> arguments)
    {
        if (Read(arguments[0]) is not { } range) return NoRange("cidrSubnet", arguments[0]);
        var (length, index) = (ValueKinds.Integer(arguments[1]), ValueKinds.Integer(arguments[2]));
        if (length < range.Length || length > range.Bits || index < 0 || index >= BigInteger.One << (int)Math.Min(62, length - range.Length))
            return new FailedValue($"cidrSubnet() finds no subnet {index} of length {length} in {ValueDescription.Quote(ValueKinds.Text(arguments[0]))}");
        return new TextValue($"{Write(range.First + (index * (BigInteger.One << (range.Bits - (int)length))), range.Bits)}/{length}");
    }

    // Host 0 is the first address that can be used: in IPv4 not that of the network.
    private static PolicyValue Host(ImmutableArray<PolicyValue> arguments)
    {
        if (Read(arguments[0]) is not { } range) return NoRange("cidrHost", arguments[0]);
        var index = ValueKinds.Integer(arguments[1]);
        var hasReserved = range.Bits == 32 && range.Length < 31;
        var usable = range.Size - (hasReserved ? 2 : 0);
        return index < 0 || index >= usable
            ? new FailedValue($"cidrHost() finds no host {index} in {ValueDescription.Quote(ValueKinds.Text(arguments[0]))}")
            : new TextValue(Write(range.First + (hasReserved ? 1 : 0) + index, range.Bits));
    }

    private static ObjectValue Describe(Range range)
    {
        var isFour = range.Bits == 32;
        var last = range.First + range.Size - 1;
        var hasReserved = isFour && range.Length < 31;
        var members = new List<(string, PolicyValue)>
        {
            ("network", Address(range.First, range.Bits)),
            ("netmask", Address((BigInteger.One << range.Bits) - (BigInteger.One << (range.Bits - range.Length)), range.Bits)),
        };
        if (isFour) members.Add(("broadcast", Address(last, range.Bits)));
        members.Add(("firstUsable", Address(range.First + (hasReserved ? 1 : 0), range.Bits)));
        members.Add(("lastUsable", Address(last - (hasReserved ? 1 : 0), range.Bits)));
        members.Add(("cidr", new IntegerValue(range.Length)));
        return PolicyValueReader.Object([.. members]);
    }

    private static Range? Read(PolicyValue value) =>
        ValueKinds.Text(value).Split('/') is [var address, var length] && IPAddress.TryParse(address, out var parsed) && int.TryParse(length, out var prefix)
        && (parsed.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) is var bits && prefix >= 0 && prefix <= bits
            ? new Range(Network(parsed, prefix, bits), prefix, bits)
            : null;

    private static BigInteger Network(IPAddress address, int prefix, int bits) =>
        (new BigInteger(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true) >> (bits - prefix)) << (bits - prefix);

    private static TextValue Address(BigInteger value, int bits) => new(Write(value, bits));

    private static string Write(BigInteger value, int bits)
    {
        var bytes = new byte[bits / 8];
        var written = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(bytes, bytes.Length - written.Length);
        return new IPAddress(bytes).ToString();
    }

    private static FailedValue NoRange(string function, PolicyValue value) => new($"{function}() takes a range such as '10.0.0.0/16' as argument 1, not {ValueDescription.Of(value)}");

    private sealed record Range(BigInteger First, int Length, int Bits)
    {
        public BigInteger Size => BigInteger.One << (Bits - Length);
    }
}
