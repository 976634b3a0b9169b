using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy;

public sealed class ParserCaseTests
{
    public static TheoryData<string> Topics() => [.. ParserCase.Topics()];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Topic_gives_what_its_cases_want(string topic)
    {
        var cases = ParserCase.Read(topic);

        var different = cases.Select(item => (item.Note, Difference: Difference(item))).Where(item => item.Difference is not null);

        Assert.Equal([], different.Select(item => $"{item.Note}: {item.Difference}"));
        Assert.Equal(cases.Count, cases.Select(item => item.Note).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void There_are_cases_for_every_code_of_the_parser()
    {
        string[] elsewhere = ["PLB2015", "PLB2019", "PLB2024", "PLB2070", "PLB2071", "PLB2078"];
        var wanted = Enumerable.Range(2001, 29).Concat(Enumerable.Range(2070, 10)).Select(number => $"PLB{number}");

        var covered = ParserCase.Topics().SelectMany(ParserCase.Read).SelectMany(item => item.Codes).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], wanted.Except(covered).Except(elsewhere));
    }

    private static string? Difference(ParserCase item)
    {
        var result = PolicyParser.ParseAny(new SourceText("text", item.Text));
        var codes = result.Diagnostics.Select(diagnostic => diagnostic.Code).ToArray();
        var at = result.Diagnostics.Select(ParserCase.Place).ToArray();
        var paths = result.Diagnostics.Select(diagnostic => diagnostic.Location.Path).ToArray();
        if (result.IsValid != item.IsValid) return $"valid is {result.IsValid} with {string.Join(", ", at)}";
        if (!codes.SequenceEqual(item.Codes)) return $"codes are {string.Join(", ", codes)}";
        if (item.At is not null && !at.SequenceEqual(item.At)) return $"places are {string.Join(", ", at)}";
        return item.Paths is null || paths.SequenceEqual(item.Paths) ? null : $"paths are {string.Join(", ", paths)}";
    }
}
