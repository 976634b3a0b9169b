using System.Text.RegularExpressions;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>What one run of a query shares: its time, and how much it may still use. Not for several threads.</summary>
/// <param name="now">What <c>now()</c> answers.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class QueryContext(DateTimeOffset now, CancellationToken cancellation)
{
    /// <summary>How many rows all steps of a query may read or make together.</summary>
    public const int MaxRows = 20_000_000;

    /// <summary>How many rows a step that keeps rows (sort, join, summarize) may hold.</summary>
    public const int MaxHeldRows = 5_000_000;

    /// <summary>How many characters a text may get.</summary>
    public const int MaxText = 1 << 18;

    /// <summary>How many members an array or bag may get that a function makes.</summary>
    public const int MaxMembers = 1 << 17;

    private readonly Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);
    private int rows;

    /// <summary>The time of the query.</summary>
    public DateTime Now { get; } = now.UtcDateTime;

    /// <summary>Counts a row.</summary>
    /// <exception cref="QueryLimitException">There were too many.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void CountRow()
    {
        if (++rows > MaxRows) throw new QueryLimitException($"The query reads or makes more than {MaxRows} rows.");
        if ((rows & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The value, when it is not too large.</summary>
    /// <exception cref="QueryLimitException">It is.</exception>
    public static KqlValue Limited(KqlValue value) => value switch
    {
        KqlText { Value.Length: > MaxText } => throw new QueryLimitException($"A text is longer than {MaxText} characters."),
        KqlArray { Count: > MaxMembers } => throw new QueryLimitException($"An array has more than {MaxMembers} members."),
        _ => value,
    };

    /// <summary>The pattern, compiled once a query. Its time is linear in the text, as RE2's is: no look-around and no back references.</summary>
    /// <exception cref="QueryLimitException">It is none.</exception>
    public Regex Pattern(string pattern)
    {
        if (patterns.TryGetValue(pattern, out var known)) return known;
        if (patterns.Count == 100) patterns.Clear();
        return patterns[pattern] = Compile(pattern);
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new QueryLimitException($"The regular expression '{pattern}' cannot be used: {problem.Message}");
        }
    }
}
