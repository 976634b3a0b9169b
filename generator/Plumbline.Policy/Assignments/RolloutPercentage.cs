using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Policy.Assignments;

/// <summary>
/// The share of resources that a <c>resourceRolloutPercentage</c> chooses. Azure does not document how it draws them; here each resource has a fixed place
/// among 10,000, told by the SHA-256 of its id in lower case, so that a higher percentage keeps all that a lower one has chosen.
/// </summary>
internal static class RolloutPercentage
{
    private const int Places = 10_000;

    public static bool Includes(ImmutableArray<string> values, string resourceId) =>
        values is [var only]
        && decimal.TryParse(only, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percentage)
        && PlaceOf(resourceId) < percentage * (Places / 100);

    private static int PlaceOf(string resourceId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(resourceId.TrimEnd('/').ToLowerInvariant()));
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % Places);
    }
}
