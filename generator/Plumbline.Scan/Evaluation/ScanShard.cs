using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Scan.Evaluation;

/// <summary>A share of the resources, told by the SHA-256 of their ids in lower case: the same on every machine and in any order.</summary>
/// <param name="Number">Which share, from 1.</param>
/// <param name="Count">How many shares there are.</param>
public sealed record ScanShard(int Number, int Count)
{
    private const int Largest = 10_000;

    /// <summary>Reads <c>I/N</c>; null when it is none.</summary>
    public static ScanShard? Parse(string text)
    {
        var parts = text.Split('/');
        return parts is [var first, var second] && Try(first, out var number) && Try(second, out var count) && number >= 1 && number <= count && count <= Largest ? new(number, count) : null;
    }

    /// <summary>Whether the share holds a resource, named by its id.</summary>
    public bool Includes(string resource)
    {
        if (Count == 1) return true;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(resource.ToLowerInvariant()), hash);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)Count) == Number - 1;
    }

    private static bool Try(string text, out int value) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value);
}
