using CsCheck;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.EmulatorTests.ResourceGraph;

/// <summary>What holds for all rows and all queries.</summary>
public sealed class KqlLawTests
{
    private static readonly Gen<(long? N, string S)> Row =
        Gen.Select(Gen.Frequency((1, Gen.Const((long?)null)), (5, Gen.Long[-3, 3].Select(number => (long?)number))), Gen.String[Gen.Char["abAB1"], 0, 2]);

    private static readonly Gen<GraphSample> Samples = Row.Array[0, 30].Select(rows => GraphSample.Of(rows));

    private static readonly Gen<string> Conditions = Any(
        "n > 0", "n == 1", "n != 1", "isnull(n)", "s == 'a'", "s =~ 'a'", "s contains 'b'", "s in ('a', 'b')", "n between (-1 .. 2)", "strlen(s) == n", "not(n < 2)");

    private static readonly Gen<string> Keys = Any("n", "s", "tolower(s)", "n % 2", "strcat(s, n)");

    private static readonly Gen<string> Words = Any(
        "resources", "|", "where", "project", "extend", "summarize", "by", "join", "on", "kind", "=", "==", "(", ")", "[", "]", "{", "}", ",", ".", "..", "n", "s", "'a'", "\"", "1", "2d", "-", "+",
        "and", "or", "in", "!in", "~", "mv-expand", "to", "typeof", "long", "union", "dynamic(", "datetime(", "count()", "arg_max(n, *)", "*", "top", "sort", "asc", "nulls", "first", "between", "matches",
        "regex", "pack_all()", "now()", "//", "\n", "$left", "\\", "@'", "```", "parse", "with", "has_any", "\u0000", "\ud800", "e", "0x", "1e", "9999999999999999999");

    [Fact]
    public void Where_true_keeps_all_rows() => Samples.Sample(sample => Same(sample, "resources", "resources | where true"));

    [Fact]
    public void Two_wheres_are_one_with_and() => Gen.Select(Samples, Conditions, Conditions).Sample((sample, p, q) =>
        Same(sample, $"resources | where {p} | where {q}", $"resources | where ({p}) and ({q})"));

    [Fact]
    public void Where_and_where_not_and_where_unknown_split_the_rows() => Gen.Select(Samples, Conditions).Sample((sample, p) =>
        Count(sample, $"where {p}") + Count(sample, $"where not({p})") + Count(sample, $"where isnull({p})") == Count(sample, "where true"));

    [Fact]
    public void Sort_and_take_is_top() => Gen.Select(Samples, Keys, Gen.Int[0, 40], Any("asc", "desc", "asc nulls last", "desc nulls first")).Sample((sample, key, count, order) =>
        Same(sample, $"resources | sort by {key} {order} | take {count}", $"resources | top {count} by {key} {order}"));

    [Fact]
    public void Counts_of_groups_add_up() => Gen.Select(Samples, Keys).Sample((sample, key) =>
        sample.Lines($"resources | summarize c = count() by k = {key} | summarize n = sum(c)") == sample.Lines("resources | summarize n = count()"));

    [Fact]
    public void Distinct_is_summarize_by() => Gen.Select(Samples, Keys).Sample((sample, key) => Same(sample, $"resources | distinct {key}", $"resources | summarize by {key}"));

    [Fact]
    public void Leftsemi_and_leftanti_split_the_rows() => Gen.Select(Samples, Conditions).Sample((sample, p) =>
        Count(sample, $"join kind=leftsemi (resources | where {p}) on s") + Count(sample, $"join kind=leftanti (resources | where {p}) on s") == Count(sample, "where true"));

    [Fact]
    public void Project_of_all_columns_changes_nothing() => Samples.Sample(sample => Same(sample, "resources | project n, s", "resources"));

    [Fact]
    public void No_text_makes_the_engine_throw() => Gen.OneOf(Gen.String, Words.Array[0, 25].Select(words => "resources | " + string.Join(' ', words)), Words.Array[0, 25].Select(words => string.Concat(words)))
        .Sample(query => Tried(GraphSample.Of([(1, "a"), (null, "")]), query));

    [Fact]
    public void No_damaged_query_makes_the_engine_throw()
    {
        var queries = PolicyQueryTests.Cases.Select(row => (string)row[1]).Concat(ResourceQueryTests.Cases.Select(row => (string)row[0])).ToArray();
        Gen.Select(Any(queries), Gen.Int[0, 2000], Gen.Int[0, 8], Words).Sample((query, at, length, word) =>
        {
            var start = Math.Min(at, query.Length);
            Tried(GraphSample.Estate, query[..start] + word + query[Math.Min(start + length, query.Length)..]);
        });
    }

    private static Gen<string> Any(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // Either rows or an error; every cell of the rows can be written.
    private static void Tried(GraphSample sample, string query)
    {
        var result = sample.Run(query);
        foreach (var value in result.Rows.SelectMany(row => row)) Assert.NotNull(KqlJson.Text(value));
        Assert.True(result.Error is null || result.Error.Message.Length > 0);
    }

    private static bool Same(GraphSample sample, string left, string right) => sample.Lines(left) == sample.Lines(right);

    private static long Count(GraphSample sample, string steps)
    {
        KqlResult result = sample.Run($"resources | {steps} | count");
        return result.Error is null && result.Rows[0][0] is KqlLong count ? count.Value : -1;
    }
}
