using System.Collections.Immutable;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Mutation;

/// <summary>Finds which small changes of policies their tests notice.</summary>
/// <param name="runner">The runner that ran the tests.</param>
public sealed class MutationRunner(PolicyTestRunner runner)
{
    private readonly MutantGenerator generator = new(runner.Asker.Aliases);

    /// <summary>The scores of the definitions that have tests of their own, in ordinal order of names.</summary>
    /// <param name="files">The results of the tests.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ImmutableArray<MutationScore> Run(ImmutableArray<TestFileResult> files, CancellationToken cancellationToken = default) =>
    [
        .. files.Where(file => file.Subject is { Set: null })
            .GroupBy(file => file.Subject is { Members: [var tested, ..] } ? (tested.Text.File, tested.Name) : default)
            .OrderBy(group => group.Key.Name, StringComparer.Ordinal).ThenBy(group => group.Key.File, StringComparer.Ordinal)
            .Select(group => Score([.. group], cancellationToken)),
    ];

    private MutationScore Score(ImmutableArray<TestFileResult> files, CancellationToken cancellationToken)
    {
        var tested = (files[0].Subject ?? throw new ArgumentException("A file without a policy.", nameof(files))).Members[0];
        ImmutableArray<TestResult> results = [.. files.SelectMany(file => file.Results).Where(result => result.Verdict is not null)];
        var seen = new SeenLeaves(runner.Asker.Aliases, results.SelectMany(result => result.Verdict?.Members ?? []));
        var proposer = new TestProposer(runner.Asker, tested, results, seen);
        var mutants = generator.Of(tested, seen.Outsider).Where(mutant => runner.Asker.Evaluator(null).Problems(mutant.Definition).IsEmpty);
        return new MutationScore(tested, [.. mutants.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(mutant => Judge(mutant, tested, results, proposer))]);
    }

    private MutantResult Judge(Mutant mutant, TestedDefinition tested, ImmutableArray<TestResult> results, TestProposer proposer)
    {
        if (mutant.IsEquivalent) return new MutantResult(mutant, MutantOutcome.Equivalent, null, null);
        var changed = new TestSubject(tested.Name, null, [tested with { Definition = mutant.Definition }]);
        var killer = results.FirstOrDefault(result => IsNoticed(changed, result));
        return killer is null
            ? new MutantResult(mutant, MutantOutcome.Survived, null, proposer.Propose(mutant))
            : new MutantResult(mutant, MutantOutcome.Killed, killer.Test.Name, null);
    }

    private bool IsNoticed(TestSubject changed, TestResult result) =>
        result.Verdict is { } verdict
        && runner.Asker.Ask(changed, result.Test, verdict.Resource, result.Related).Value is { } other
        && Observation.Of(other) != Observation.Of(verdict);
}
