using System.Collections.Concurrent;
using Plumbline.Policy.Functions;

namespace Plumbline.UnitTests.Policy;

public sealed class ExpressionCaseTests
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<ExpressionCase>> Read = new();

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var topic in ExpressionCase.Topics())
        {
            foreach (var item in ExpressionCase.Read(topic)) data.Add(topic, item.Note);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Expression_gives_what_its_case_wants(string topic, string note)
    {
        var item = Topic(topic).Single(candidate => candidate.Note == note);

        Assert.Equal(item.Want.ToString(), item.Evaluate().ToString());
    }

    [Fact]
    public void Notes_are_unique_in_their_topic()
    {
        var repeated = ExpressionCase.Topics().SelectMany(topic => Topic(topic).GroupBy(item => item.Note).Where(same => same.Count() > 1).Select(same => $"{topic}: {same.Key}"));

        Assert.Empty(repeated);
    }

    [Fact]
    public void Every_function_has_cases()
    {
        var expressions = ExpressionCase.Topics().SelectMany(Topic).Select(item => item.Expression).ToArray();

        Assert.All(FunctionTable.Names, name => Assert.InRange(expressions.Count(text => text.Contains($"{name}(", StringComparison.OrdinalIgnoreCase)), 2, int.MaxValue));
    }

    private static IReadOnlyList<ExpressionCase> Topic(string topic) => Read.GetOrAdd(topic, ExpressionCase.Read);
}
