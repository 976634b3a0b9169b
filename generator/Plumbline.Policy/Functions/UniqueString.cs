using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Plumbline.Policy.Functions;

/// <summary>ARM's <c>uniqueString</c>: 64 bits of MurmurHash3 over two 32-bit lanes, as 13 characters of base 32.</summary>
internal static class UniqueString
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const uint First = 0x239b961b;
    private const uint Second = 0xab0e9789;

    public static string Of(string text)
    {
        var hash = Hash(Encoding.UTF8.GetBytes(text));
        return string.Create(13, hash, (target, value) =>
        {
            // Five bits at a time from the top; the last character holds the four that remain, filled up with a zero.
            for (var i = 0; i < 12; i++) target[i] = Alphabet[(int)(value >> (59 - (5 * i))) & 31];
            target[12] = Alphabet[((int)value & 15) << 1];
        });
    }

    private static ulong Hash(byte[] data)
    {
        var (low, high) = (0u, 0u);
        var blocks = data.Length / 8 * 8;
        for (var i = 0; i < blocks; i += 8)
        {
            low ^= MixFirst(BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(i)));
            low = ((BitOperations.RotateLeft(low, 19) + high) * 5) + 0x561ccd1b;
            high ^= MixSecond(BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(i + 4)));
            high = ((BitOperations.RotateLeft(high, 13) + low) * 5) + 0x0bcaa747;
        }

        Span<byte> rest = stackalloc byte[8];
        rest.Clear();
        data.AsSpan(blocks).CopyTo(rest);
        low ^= MixFirst(BinaryPrimitives.ReadUInt32LittleEndian(rest));
        high ^= MixSecond(BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]));
        return Finish(low ^ (uint)data.Length, high ^ (uint)data.Length);
    }

    private static ulong Finish(uint low, uint high)
    {
        low += high;
        high += low;
        low = Avalanche(low);
        high = Avalanche(high);
        low += high;
        high += low;
        return ((ulong)high << 32) | low;
    }

    private static uint MixFirst(uint block) => BitOperations.RotateLeft(block * First, 15) * Second;

    private static uint MixSecond(uint block) => BitOperations.RotateLeft(block * Second, 17) * First;

    private static uint Avalanche(uint value)
    {
        value = (value ^ (value >> 16)) * 0x85ebca6b;
        value = (value ^ (value >> 13)) * 0xc2b2ae35;
        return value ^ (value >> 16);
    }
}
