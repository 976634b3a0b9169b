using System.Globalization;

namespace Plumbline.Planning.Rendering;

/// <summary>Numbers in sentences.</summary>
internal static class CountWords
{
    /// <summary>A number, and the noun in the form that fits: <c>1 object</c>, <c>2 objects</c>.</summary>
    public static string Of(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");

    /// <summary>A number.</summary>
    public static string Of(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names with commas; what is beyond <paramref name="most"/> is counted.</summary>
    public static string List(IReadOnlyCollection<string> names, int most) =>
        string.Join(", ", names.Take(most)) + (names.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - most} more") : string.Empty);
}
