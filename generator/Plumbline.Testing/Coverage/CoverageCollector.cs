using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Coverage;

/// <summary>Finds what tests cover of policies.</summary>
/// <param name="runner">The runner that ran them.</param>
public sealed class CoverageCollector(PolicyTestRunner runner)
{
    private readonly DecisiveLeaves decisive = new(runner.Asker);

    /// <summary>The coverage of each definition that tests evaluated or that is expected to have tests, in ordinal order of names.</summary>
    /// <param name="files">The results of tests.</param>
    /// <param name="expected">Definitions that count without tests, too.</param>
    public ImmutableArray<PolicyCoverage> Collect(ImmutableArray<TestFileResult> files, ImmutableArray<SourceText> expected)
    {
        var runs = files.SelectMany(Runs).ToLookup(run => Key(run.Member.Tested), StringComparer.Ordinal);
        var untested = expected.Select(source => (Source: source, PolicyParser.ParseDefinition(source).Value)).Where(item => item.Value is not null)
            .Select(item => new TestedDefinition(item.Value ?? throw new InvalidOperationException(), item.Source));
        var definitions = runs.Select(group => group.First().Member.Tested).Concat(untested).DistinctBy(Key, StringComparer.Ordinal);
        return [.. definitions.AsParallel().Select(tested => Of(tested, [.. runs[Key(tested)]], Declared(files, tested))).OrderBy(coverage => coverage.Tested.Name, StringComparer.Ordinal).ThenBy(coverage => Key(coverage.Tested), StringComparer.Ordinal)];
    }

    private PolicyCoverage Of(TestedDefinition tested, ImmutableArray<Evaluated> runs, ImmutableArray<UnreachableResult> declared)
    {
        var hits = runs.SelectMany(run => decisive.Of(run.Test, run.Verdict, run.Member).Select(hit => (hit, run.Test.Name))).ToLookup(hit => hit.hit, hit => hit.Name);
        var leaves = RuleLeaves.Of(tested.Definition).Select(leaf => Leaf(tested, leaf, hits, declared)).ToImmutableArray();
        var values = new RuleValues(tested, [.. runs.Select(run => run.Member)]);
        ImmutableArray<Diagnostic> problems = [.. declared.SelectMany(entry => Problems(entry, leaves, hits))];
        return new PolicyCoverage(tested, runs.Length, leaves, values.Effects(), values.Values(), values.Existence(), problems);
    }

    private static LeafCoverage Leaf(TestedDefinition tested, LeafCondition leaf, ILookup<(string Path, bool Result), string> hits, ImmutableArray<UnreachableResult> declared)
    {
        var path = ConditionPath.Of(leaf.Location?.Path);
        return new LeafCoverage(path, ConditionText.Of(leaf), tested.Place(leaf.Location), Direction(true), Direction(false));

        DirectionCoverage Direction(bool result) => new(
            hits[(path, result)].Count(), declared.FirstOrDefault(entry => entry.Direction == result && ConditionPath.Of(entry.Path) == path));
    }

    private static IEnumerable<Diagnostic> Problems(UnreachableResult entry, ImmutableArray<LeafCoverage> leaves, ILookup<(string Path, bool Result), string> hits)
    {
        var path = ConditionPath.Of(entry.Path);
        if (!leaves.Any(leaf => leaf.Path == path)) yield return DiagnosticCatalog.UnreachablePathUnknown(entry.Location, entry.Path, NearestName.Find(path, leaves.Select(leaf => leaf.Path)));
        if (hits[(path, entry.Direction)].FirstOrDefault() is { } test) yield return DiagnosticCatalog.UnreachableReached(entry.Location, path, entry.Direction, test);
    }

    // The entries of an initiative's tests could be about any member, so they are about none.
    private static ImmutableArray<UnreachableResult> Declared(ImmutableArray<TestFileResult> files, TestedDefinition tested) =>
        [.. files.Where(file => file.Subject is { Set: null } subject && Key(subject.Members[0]) == Key(tested)).SelectMany(file => file.File.Unreachable)];

    private static IEnumerable<Evaluated> Runs(TestFileResult file) =>
        from result in file.Results
        where result.Verdict is not null
        from member in result.Verdict?.Members ?? []
        select new Evaluated(result.Test, result.Verdict ?? throw new InvalidOperationException(), member);

    private static string Key(TestedDefinition tested) => $"{tested.Text.File} {tested.Name}";

    private sealed record Evaluated(PolicyTest Test, TestVerdict Verdict, MemberVerdict Member);
}
