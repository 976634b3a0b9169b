using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

public sealed class CaseTests
{
    // Cases may name properties by path; those about aliases use published ones.
    private static readonly PolicyEvaluator Evaluator = new(AliasTable.Published, UnknownAliasHandling.ReadAsPath);

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
        var parsed = PolicyParser.ParseDefinition(new SourceText("policy.json", item.Policy.ToString()));
        Assert.Empty(parsed.Diagnostics.Where(diagnostic => diagnostic.IsError));
        Assert.NotNull(parsed.Value);

        var result = Evaluator.Evaluate(parsed.Value, item.Input());

        var actual = new JObject(item.Want.Properties().Select(wanted => new JProperty(wanted.Name, Render(result, wanted.Name))));
        Assert.Equal(item.Want.ToString(), actual.ToString());
    }

    [Fact]
    public void Notes_are_unique_in_their_topic()
    {
        var repeated = CaseFile.Topics().SelectMany(topic => CaseFile.Read(topic).GroupBy(item => item.Note).Where(same => same.Count() > 1).Select(same => $"{topic}: {same.Key}"));

        Assert.Empty(repeated);
    }

    private static JToken? Render(EvaluationResult result, string member) => member switch
    {
        "status" => result.Status.ToString(),
        "effect" => result.Effect,
        "holds" => result.Status switch { EvaluationStatus.NonCompliant => true, EvaluationStatus.Compliant => false, var other => other.ToString() },
        "error" => result.Error,
        "paths" => new JArray(result.Expressions.Select(expression => expression.Path)),
        "values" => new JArray(result.Expressions.Select(expression => PolicyValueWriter.ToCompactJson(expression.ExpressionValue))),
        "results" => new JArray(result.Expressions.Select(expression => expression.Result)),
        "related" => result.IfNotExists?.TotalResources.ToString(CultureInfo.InvariantCulture),
        "relatedId" => result.IfNotExists?.ResourceId,
        _ => throw new InvalidOperationException($"A result has no '{member}'."),
    };
}
