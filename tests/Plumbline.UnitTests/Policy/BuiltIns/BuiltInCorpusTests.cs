using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Xunit.Abstractions;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>The built-in definitions of Azure, read and evaluated.</summary>
public sealed class BuiltInCorpusTests(ITestOutputHelper output)
{
    private const int Samples = 20;
    private const int MostSamples = 60;

    private static readonly Lazy<ImmutableArray<(BuiltIn BuiltIn, ImmutableArray<EvaluationResult> Results)>> Runs =
        new(() => Run(new PolicyEvaluator(AliasTable.Published, UnknownAliasHandling.ReadAsPath)));

    [Fact]
    public void Corpus_has_every_definition_once()
    {
        Assert.Equal(701, BuiltInCorpus.All.Length);
        Assert.Equal(701, BuiltInCorpus.All.Select(item => item.File).Distinct().Count());
    }

    [Fact]
    public void Definitions_are_read_without_errors_but_for_the_faulty_ones() =>
        PinnedList.AssertIs("faulty-built-ins", BuiltInCorpus.All.SelectMany(item => item.Diagnostics.Select(diagnostic => (item.File, $"{diagnostic.Code} {diagnostic.Message}"))));

    [Fact]
    public void Definitions_are_evaluated_on_random_resources_without_errors_but_for_the_reviewed_ones() =>
        PinnedList.AssertIs("failing-built-ins", Runs.Value.SelectMany(run => run.Results.Where(IsError).Select(result => (run.BuiltIn.File, result.Error ?? ""))));

    [Fact]
    public void Definitions_of_data_planes_are_never_silently_compliant()
    {
        var evaluator = new PolicyEvaluator(AliasTable.Published, UnknownAliasHandling.ReadAsPath);
        var results = BuiltInCorpus.All.Except(BuiltInCorpus.Evaluated).SelectMany(item => RandomInput.For(item.Definition, 1).Select(input => evaluator.Evaluate(item.Definition, input).Status));

        Assert.Equal([.. Enumerable.Repeat(EvaluationStatus.NotApplicable, 39)], results);
    }

    [Fact]
    public void Definitions_with_unknown_aliases_are_refused()
    {
        var evaluator = new PolicyEvaluator(AliasTable.Published);
        var refused = BuiltInCorpus.Evaluated.AsParallel().AsOrdered().SelectMany(item => RandomInput.For(item.Definition, HasUnknownAlias(item.Definition) ? Samples : 1)
            .Select(input => (item.File, Error: evaluator.Evaluate(item.Definition, input).Error ?? ""))
            .Where(result => result.Error.Contains("is not a known alias", StringComparison.Ordinal)));

        PinnedList.AssertIs("unknown-aliases", refused);
    }

    [Fact]
    public void Random_resources_have_the_pinned_verdicts() =>
        PinnedList.AssertLines("random-verdicts", Runs.Value.Select(run => (run.BuiltIn.File, string.Concat(run.Results.Take(Samples).Select(result => Letter(result.Status))))));

    [Fact]
    public void Both_outcomes_are_reached_but_for_the_reviewed_ones()
    {
        var oneSided = Runs.Value.Select(run => (run.BuiltIn.File, Found: string.Join(", ", Unreached(run.Results)))).Where(item => item.Found.Length > 0).ToList();

        output.WriteLine($"Both outcomes: {Runs.Value.Length - oneSided.Count} of {Runs.Value.Length} definitions.");
        PinnedList.AssertIs("one-sided-built-ins", oneSided);
    }

    private static ImmutableArray<(BuiltIn BuiltIn, ImmutableArray<EvaluationResult> Results)> Run(PolicyEvaluator evaluator) =>
        [.. BuiltInCorpus.Evaluated.AsParallel().AsOrdered().Select(item => (item, Results(evaluator, item, MostSamples)))];

    // As many resources as it takes to reach both outcomes.
    private static ImmutableArray<EvaluationResult> Results(PolicyEvaluator evaluator, BuiltIn item, int most)
    {
        var results = ImmutableArray.CreateBuilder<EvaluationResult>();
        foreach (var input in RandomInput.For(item.Definition, most))
        {
            results.Add(evaluator.Evaluate(item.Definition, input));
            if (results.Count >= Samples && !Unreached(results).Any()) break;
        }

        return results.ToImmutable();
    }

    private static IEnumerable<string> Unreached(IReadOnlyCollection<EvaluationResult> results)
    {
        if (!results.Any(result => result.Status is EvaluationStatus.NonCompliant or EvaluationStatus.Unknown or EvaluationStatus.Protected)) yield return "never matched";
        if (!results.Any(result => result.Status is EvaluationStatus.Compliant or EvaluationStatus.NotApplicable)) yield return "always matched";
    }

    private static bool HasUnknownAlias(PolicyDefinition definition) => RuleReadings.OfPrimary(definition).Fields.Keys
        .Concat(RuleReadings.Of(definition.Then.ExistenceCondition, definition).Fields.Keys)
        .Any(field => field.Contains('/', StringComparison.Ordinal) && !AliasTable.Published.TryFind(field, out _));

    private static char Letter(EvaluationStatus status) => status switch
    {
        EvaluationStatus.NonCompliant or EvaluationStatus.Protected => 'V',
        EvaluationStatus.Compliant => 'c',
        EvaluationStatus.NotApplicable => '-',
        EvaluationStatus.Unknown => 'u',
        _ => 'E',
    };

    private static bool IsError(EvaluationResult result) => result.Status == EvaluationStatus.Error;
}
