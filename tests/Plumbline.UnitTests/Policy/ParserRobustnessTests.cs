using CsCheck;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy;

public sealed class ParserRobustnessTests
{
    private static readonly string[] Tokens =
        ["{", "}", "[", "]", ",", ":", "\"", "null", "1e999", "\"[\"", "\"[concat(\"", "\\u", "\\ud800", "\"count\"", "\"field\"", "\"where\"", "\"allOf\"", "//", "/*", "\u0000", "[*]", "\uD83D\uDE00", "\uDC00"];

    private static readonly string[] Definitions = [.. Directory
        .GetFiles(Path.Combine(CaseFile.Folder, "..", "..", "definitions"), "*.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)];

    [Theory]
    [InlineData("[", "]", 10_000)]
    [InlineData("[", "]", 1_000_000)]
    [InlineData("{\"not\":", "}", 1_000_000)]
    [InlineData("{\"if\":", "}", 10_000)]
    public void Deep_text_is_refused(string open, string close, int depth)
    {
        Assert.Equal(["PLB2001"], Codes(string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth))));
        Assert.Equal(["PLB2001"], Codes(string.Concat(Enumerable.Repeat(open, depth))));
    }

    [Fact]
    public void Deepest_text_that_is_read_is_parsed_on_a_small_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 1190)) + string.Concat(Enumerable.Repeat("]", 1190));
        PolicyText? result = null;

        var thread = new Thread(() => result = PolicyParser.ParseAny(new SourceText("text", $$$"""{"if":{"value":{{{deep}}},"exists":true},"then":{"effect":"audit","details":{"a":{{{deep}}} } } }""")), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(["PLB2019"], result?.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void Deepest_conditions_are_parsed_on_a_small_stack()
    {
        var text = string.Concat(Enumerable.Repeat("""{"allOf":[""", 512)) + """{"field":"type","exists":true}""" + string.Concat(Enumerable.Repeat("]}", 512));
        PolicyText? result = null;

        var thread = new Thread(() => result = PolicyParser.ParseAny(new SourceText("text", text)), 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal([], result?.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void Long_strings_are_read()
    {
        var text = new string('x', 1_000_000);

        Assert.Equal([], Codes($$"""{"value":"{{text}}","equals":"{{text}}"}"""));
        Assert.Equal(["PLB2020"], Codes($$"""{"value":"[{{text}}]","equals":1}"""));
        Assert.Equal(["PLB2008", "PLB2006"], Codes($$"""{"field":"type","{{text}}":1}"""));
        Assert.Equal(["PLB2018"], Codes($$"""{"{{text}}":1}"""));
    }

    [Fact]
    public void Minified_line_of_5_megabytes_is_read()
    {
        var leaf = """{"value":"é","equals":"x"}""";
        var text = $$"""{"if":{"allOf":[{{string.Join(',', Enumerable.Repeat(leaf, 180_000))}},{"field":1,"exists":true}]},"then":{"effect":"audit"} }""";

        var result = PolicyParser.ParseAny(new SourceText("text", text));

        Assert.Equal(["PLB3501", "PLB2003"], result.Diagnostics.Select(item => item.Code));
        Assert.Equal(text.IndexOf("1,\"exists\"", StringComparison.Ordinal) + 1, result.Diagnostics[1].Location.Span?.Column);
    }

    [Fact]
    public void Text_of_millions_of_values_is_refused() =>
        Assert.Equal(["PLB2001"], Codes("[" + string.Join(',', Enumerable.Repeat("1", 3_000_000)) + "]"));

    [Fact]
    public void Keys_given_again_many_times_are_read()
    {
        var distinct = string.Join(',', Enumerable.Range(0, 50_000).Select(index => $"\"k{index}\":1"));

        Assert.Equal([], Codes($$"""{"value":{ {{distinct}},{{distinct}} },"exists":true}"""));
    }

    // Not theory data: the test framework would replace half a surrogate pair.
    [Fact]
    public void Broken_texts_are_refused_with_a_place()
    {
        string[] texts =
        [
            "\uD800", "{\"value\": \"\uDC00\", \"equals\": 1}", "{\"value\": \"\\ud800\", \"equals\": 1}", "{\"\\udc00\": 1}",
            "\0", "{\"a\": \"\0\"}", "", "\uFEFF", "// \uD83D\uDE00",
        ];

        foreach (var result in texts.Select(text => PolicyParser.ParseAny(new SourceText("text", text))))
        {
            Assert.False(result.IsValid);
            Assert.All(result.Diagnostics, item => Assert.NotNull(item.Location.Span));
        }
    }

    [Fact]
    public void Mutated_definitions_never_throw()
    {
        var mutation = Gen.Select(Gen.Int[0, Definitions.Length - 1], Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Int[1, 40], Gen.Int[0, Tokens.Length - 1]).Array[1, 6]);

        mutation.Sample(
            sample =>
            {
                var (definition, steps) = sample;
                var text = steps.Aggregate(Definitions[definition], (current, step) => Mutate(current, step.Item1, (int)(step.Item2 * current.Length), step.Item3, Tokens[step.Item4]));
                var result = PolicyParser.ParseAny(new SourceText("text", text));
                return result.IsValid == (result.Definition is not null || result.Rule is not null || result.Condition is not null)
                    && result.Diagnostics.All(item => item.Message.Length <= 300 && item.Location.Span is not null && !item.Message.Contains('\n', StringComparison.Ordinal));
            },
            iter: 1500);
    }

    private static string Mutate(string text, int kind, int at, int length, string token)
    {
        var end = Math.Min(text.Length, at + length);
        return kind switch
        {
            0 => text.Remove(at, end - at),
            1 => text.Insert(at, token),
            2 => text.Insert(at, text[at..end]),
            3 => string.Concat(text.AsSpan(0, at), token, text.AsSpan(end)),
            _ => text[..at] + text[at..].Replace("\"", "", StringComparison.Ordinal),
        };
    }

    private static string[] Codes(string text) => [.. PolicyParser.ParseAny(new SourceText("text", text)).Diagnostics.Select(item => item.Code)];
}
