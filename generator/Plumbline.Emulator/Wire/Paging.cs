using System.Globalization;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Wire;

/// <summary>ARM's paging of <c>list</c> operations: <c>$top</c> is the page size, <c>nextLink</c> is absolute and carries the api-version.</summary>
internal static class Paging
{
    /// <summary>The page size when <c>$top</c> is not given.</summary>
    public const int DefaultPageSize = 500;

    /// <summary>The largest <c>$top</c>.</summary>
    public const int MaxPageSize = 1000;

    /// <summary>The page of <paramref name="items"/> that <paramref name="request"/> asks for, or the refusal of its <c>$top</c> or <c>$skiptoken</c>.</summary>
    public static ArmResponse Page<T>(ArmRequest request, IReadOnlyList<T> items, Func<T, JsonNode> write, int defaultSize = DefaultPageSize)
    {
        if (!TryNumber(request, "$top", defaultSize, out var size) || size is < 1 or > MaxPageSize)
            return ArmEnvelope.Error(ArmErrors.InvalidQuery($"The value of $top must be a number from 1 to {MaxPageSize}."));
        if (!TryNumber(request, "$skiptoken", 0, out var skip))
            return ArmEnvelope.Error(ArmErrors.InvalidQuery("The value of $skiptoken was not made by this endpoint."));
        size = Math.Min(size, request.MaxPageSize ?? size);
        var page = items.Skip(skip).Take(size).Select(write);
        var next = skip + size < items.Count ? request.Link(("$skiptoken", (skip + size).ToString(CultureInfo.InvariantCulture))) : null;
        return ArmEnvelope.List(page, next);
    }

    /// <summary>Reads a query parameter that is a whole number, zero or more.</summary>
    public static bool TryNumber(ArmRequest request, string name, int whenMissing, out int number)
    {
        number = whenMissing;
        return !request.Query.TryGetValue(name, out var text)
            || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
