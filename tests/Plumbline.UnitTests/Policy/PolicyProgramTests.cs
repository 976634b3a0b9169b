using System.Collections.Immutable;
using System.Text;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

/// <summary>A program gives the verdicts that its definitions give one by one.</summary>
public sealed class PolicyProgramTests
{
    private static readonly EvaluationContext Context = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly ImmutableArray<PolicyDefinition> Definitions = [.. Read("definitions").Select(text => Parse(text))];
    private static readonly ImmutableArray<byte[]> Resources = [.. Read("tests/resources/estate").Concat(Read("tests/resources/microsoft.app")).Select(Encoding.UTF8.GetBytes), .. OddTypes()];
    private static readonly PolicyProgram Program = PolicyProgram.Compile(Definitions.Select(definition => new BoundDefinition(definition, None)), AliasTable.Published);

    private static ImmutableDictionary<string, PolicyValue> None => ImmutableDictionary<string, PolicyValue>.Empty;

    [Fact]
    public void Program_agrees_with_its_definitions_one_by_one()
    {
        var evaluator = new PolicyEvaluator(AliasTable.Published);
        var runner = Program.CreateRunner(Context, RelatedResourceList.Empty);
        var statuses = new HashSet<EvaluationStatus>();
        foreach (var resource in Resources)
        {
            var expected = Definitions.Select(definition => evaluator.Evaluate(definition, new EvaluationInput(ResourceDocument.Parse(resource), None, Context, RelatedResourceList.Empty)).Status).ToList();
            Assert.Equal(Applying(expected), Verdicts(runner, resource));
            Assert.Equal(expected, Enumerable.Range(0, Program.Count).Select(index => runner.Explain(index).Status));
            statuses.UnionWith(expected);
        }

        Assert.Superset(new HashSet<EvaluationStatus> { EvaluationStatus.Compliant, EvaluationStatus.NonCompliant, EvaluationStatus.NotApplicable }, statuses);
    }

    [Fact]
    public void Judgement_is_the_explained_verdict_and_explains_what_is_violated()
    {
        var evaluator = new PolicyEvaluator(AliasTable.Published);
        foreach (var resource in Resources)
        {
            var input = new EvaluationInput(ResourceDocument.Parse(resource), None, Context, RelatedResourceList.Empty);
            foreach (var definition in Definitions)
            {
                var (explained, judged) = (evaluator.Evaluate(definition, input), evaluator.Judge(definition, input));
                Assert.Equal((explained.Status, explained.Effect), (judged.Status, judged.Effect));
                if (explained.Status is not (EvaluationStatus.Compliant or EvaluationStatus.NotApplicable)) Assert.Equal(ExplanationText.Of(explained, true), ExplanationText.Of(judged, true));
            }
        }
    }

    [Fact]
    public void Details_that_fail_are_an_error_of_the_scan_too()
    {
        var definition = Parse("""{"mode":"All","policyRule":{"if":{"field":"name","exists":true},"then":{"effect":"modify","details":{"roleDefinitionIds":["r"],"operations":[{"operation":"add","field":"tags.a","value":"[div(1, 0)]"}]}}}}""");
        var runner = PolicyProgram.Compile([new BoundDefinition(definition, None)], AliasTable.Published).CreateRunner(Context, RelatedResourceList.Empty);

        Assert.Equal([new PolicyVerdict(0, EvaluationStatus.Error)], runner.Run("""{"type":"a/b","name":"n"}"""u8.ToArray()));
        Assert.Equal(EvaluationStatus.Error, runner.Explain(0).Status);
    }

    [Fact]
    public void Verdicts_after_an_explanation_are_those_before_it()
    {
        var runner = Program.CreateRunner(Context, RelatedResourceList.Empty);
        foreach (var resource in Resources)
        {
            var before = Verdicts(runner, resource);
            for (var index = 0; index < Program.Count; index++) runner.Explain(index);
            Assert.Equal(before, Verdicts(runner, resource));
        }
    }

    [Fact]
    public async Task Two_threads_with_a_runner_each_agree()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(All, TaskCreationOptions.LongRunning)));

        Assert.Equal(All(), both[0]);
        Assert.Equal(both[0], both[1]);
    }

    private static List<PolicyVerdict> All()
    {
        var runner = Program.CreateRunner(Context, RelatedResourceList.Empty);
        return [.. Enumerable.Repeat(Resources, 5).SelectMany(list => list).SelectMany(resource => Verdicts(runner, resource))];
    }

    private static List<PolicyVerdict> Verdicts(PolicyRunner runner, byte[] resource) => [.. runner.Run(resource)];

    private static IEnumerable<PolicyVerdict> Applying(List<EvaluationStatus> statuses) =>
        statuses.Select((status, index) => new PolicyVerdict(index, status)).Where(verdict => verdict.Status != EvaluationStatus.NotApplicable);

    private static IEnumerable<byte[]> OddTypes()
    {
        var types = new[]
        {
            """ "Microsoft.App\/containerApps" """, """ "MICROSOFT.APP/CONTAINERAPPS" """, """ "Microsoft.App/containerApps" """,
            """ "Microsoft.App\/managedEnvironments" """, """ "Microsoft.App/containerÄpps" """, """ "\u004dicrosoft.App/jobs" """, "\"\"", "null", "1", "{}", $"\"{new string('x', 600)}\"",
        };
        var bodies = types.Select(type => """{"name": "a", "type": TYPE, "location": "westeurope", "properties": {"configuration": {"registries": [{"server": "x"}]}}}""".Replace("TYPE", type, StringComparison.Ordinal));
        return bodies.Append("""{"name": "a", "properties": {}}""").Append("{}").Append("[]").Append("\"text\"").Select(Encoding.UTF8.GetBytes);
    }

    private static PolicyDefinition Parse(string text) =>
        PolicyParser.ParseDefinition(new SourceText("definition.json", text)).Value ?? throw new InvalidDataException($"A definition cannot be read: {text}");

    private static IEnumerable<string> Read(string folder) =>
        Directory.GetFiles(Path.Combine(CaseFile.Folder, "..", "..", folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
