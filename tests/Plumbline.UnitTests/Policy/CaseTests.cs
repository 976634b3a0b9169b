using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy;

public sealed class CaseTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var topic in CaseFile.Topics())
        {
            foreach (var item in CaseFile.Read(topic)) data.Add(topic, item.Note);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_what_it_wants(string topic, string note)
    {
        var item = CaseFile.Read(topic).Single(candidate => candidate.Note == note);
        var result = new CaseResult(Evaluate(item));

        Assert.Equal(item.Want.ToString(), result.Select(item.Want).ToString());
    }

    [Fact]
    public void Notes_are_unique_in_their_topic()
    {
        var repeated = CaseFile.Topics().SelectMany(topic => CaseFile.Read(topic).GroupBy(item => item.Note).Where(same => same.Count() > 1).Select(same => $"{topic}: {same.Key}"));

        Assert.Empty(repeated);
    }

    [Fact]
    public void Definitions_are_valid_unless_the_case_wants_a_refusal()
    {
        var refused = CaseFile.Topics().SelectMany(topic => CaseFile.Read(topic)
            .Where(item => (string?)item.Want["status"] != "invalid" && PolicyParser.ParseDefinition(new SourceText("policy.json", item.Policy.ToString())).Value is null)
            .Select(item => $"{topic}: {item.Note}"));

        Assert.Empty(refused);
    }

    // Null when the definition is refused, which only a case that wants it may be.
    private static EvaluationResult? Evaluate(PolicyCase item)
    {
        var parsed = PolicyParser.ParseDefinition(new SourceText("policy.json", item.Policy.ToString()));
        if ((string?)item.Want["status"] != "invalid") Assert.Empty(parsed.Diagnostics.Where(diagnostic => diagnostic.IsError));
        var evaluator = CaseAliases.EvaluatorOf(item.Aliases);
        return parsed.Value is { } definition && evaluator.Problems(definition).IsEmpty ? evaluator.Evaluate(definition, item.Input()) : null;
    }
}
