using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Plumbline.Policy.Functions;

/// <summary>A range of IP addresses of one family, both ends included.</summary>
internal sealed record AddressRange(AddressFamily Family, UInt128 First, UInt128 Last)
{
    /// <summary>Reads an address, a CIDR range (host bits are ignored) or <c>first-last</c>; null when the text is none of them.</summary>
    public static AddressRange? Parse(string text)
    {
        if (text.Split('-') is [var first, var last]) return Between(Single(first.Trim()), Single(last.Trim()));
        return text.Split('/') is [var address, var length] ? Masked(Single(address), length) : Single(text);
    }

    public bool Contains(AddressRange other) => Family == other.Family && First <= other.First && other.Last <= Last;

    private static AddressRange? Single(string text)
    {
        if (!IPAddress.TryParse(text, out var address)) return null;
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var size = address.AddressFamily == AddressFamily.InterNetwork ? 4 : 16;
        address.TryWriteBytes(bytes[(16 - size)..], out _);
        var value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return new(address.AddressFamily, value, value);
    }

    private static AddressRange? Between(AddressRange? first, AddressRange? last) =>
        first is null || last is null || first.Family != last.Family || first.First > last.First ? null : first with { Last = last.Last };

    private static AddressRange? Masked(AddressRange? address, string length)
    {
        if (address is null || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)) return null;
        var width = address.Family == AddressFamily.InterNetwork ? 32 : 128;
        if (prefix > width) return null;
        var hosts = width == prefix ? UInt128.Zero : UInt128.MaxValue >> (128 - width + prefix);
        return address with { First = address.First & ~hosts, Last = address.First | hosts };
    }
}
