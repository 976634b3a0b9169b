namespace Plumbline.Policy.Diagnostics;

/// <summary>Finds the known name an author probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate with the smallest edit distance to <paramref name="name"/>, ignoring case; null when none is near.</summary>
    /// <remarks>Near means at most a third of the name's length in edits, at least one and at most five. Ties go to the ordinal first.</remarks>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Clamp(name.Length / 3, 1, 5);
        var (wanted, longest) = (name.ToLowerInvariant(), name.Length + limit);
        var (lowered, space) = (new char[longest], new int[3 * (longest + 1)]);
        var (nearest, least) = ((string?)null, limit);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > least) continue;
            var length = candidate.AsSpan().ToLowerInvariant(lowered);
            var distance = Distance(wanted, lowered.AsSpan(0, length), least, space);
            if (distance > least || (distance == least && nearest is not null && string.CompareOrdinal(nearest, candidate) <= 0)) continue;
            (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    // Optimal string alignment: insert, delete, replace and swap of neighbours cost one each. A distance above the limit is only known to be above it.
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit, Span<int> space)
    {
        var width = right.Length + 1;
        var (before, above, row) = (0, width, 2 * width);
        for (var j = 0; j < width; j++) space[above + j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            if (FillRow(left[..i], right, limit, space[before..][..width], space[above..][..width], space[row..][..width]) > limit) return limit + 1;
            (before, above, row) = (above, row, before);
        }

        return space[above + right.Length];
    }

    // Only the cells so near to the diagonal that they can be within the limit. Answers with the smallest.
    private static int FillRow(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit, ReadOnlySpan<int> before, ReadOnlySpan<int> above, Span<int> row)
    {
        var i = left.Length;
        var (first, last) = (Math.Max(1, i - limit), Math.Min(right.Length, i + limit));
        row[first - 1] = first == 1 ? i : limit + 1;
        if (last < right.Length) row[last + 1] = limit + 1;
        var least = row[first - 1];
        for (var j = first; j <= last; j++)
        {
            var best = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) best = Math.Min(best, before[j - 2] + 1);
            row[j] = best;
            least = Math.Min(least, best);
        }

        return least;
    }
}
