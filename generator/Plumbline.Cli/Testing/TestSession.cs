using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Coverage;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Mutation;
using Plumbline.Testing.Running;

namespace Plumbline.Cli.Testing;

/// <summary>Finds tests, runs them and tells the results.</summary>
internal sealed class TestSession(CliConsole console, CliWorld world, string folder, Workspace? workspace, TestSettings settings, AliasSource aliases)
{
    /// <summary>Runs once.</summary>
    public ExitCode Run(CancellationToken cancellationToken)
    {
        var started = world.Time.GetTimestamp();
        var selection = new TestDiscovery(folder, workspace).Find(settings.Paths);
        console.Report(selection.Problems, selection.SourceOf);
        if (selection.Problems.Any(problem => problem.IsError)) return EvaluationFiles.IsAnyMissing(selection.Problems) ? ExitCode.Usage : ExitCode.InvalidInput;
        var files = TestFilter.Apply(selection.Files, settings.Filter);
        if (files.IsEmpty)
        {
            console.Report([DiagnosticCatalog.NoTests(new SourceLocation(settings.Paths.FirstOrDefault() ?? "."), settings.Filter)], _ => null);
            return ExitCode.Usage;
        }

        var run = Run(selection, files, cancellationToken);
        var gates = Gates(run).ToImmutableArray();
        Tell(run, gates, selection);
        if (world.IsInteractive) console.Note(string.Create(CultureInfo.InvariantCulture, $"in {world.Time.GetElapsedTime(started).TotalSeconds:0.0} s"));
        if (run.Files.Any(file => file.IsUnreadable)) return ExitCode.InvalidInput;
        return run.Files.Any(file => file.Failed > 0) || !gates.IsEmpty ? ExitCode.Findings : ExitCode.Success;
    }

    private TestRun Run(TestSelection selection, ImmutableArray<TestFile> files, CancellationToken cancellationToken)
    {
        var runner = new PolicyTestRunner(new TestDocuments(folder, workspace, selection.Given), aliases.Table, aliases.Unknown, new TestTemplates(folder));
        var results = runner.Run(files, cancellationToken);
        if (settings.IsUpdate && Update(selection, results)) return Run(new TestDiscovery(folder, workspace).Find(settings.Paths), cancellationToken);
        return new TestRun(
            results,
            settings.NeedsCoverage ? new CoverageCollector(runner).Collect(results, settings.Filter is null ? selection.Expected : []) : [],
            settings.IsMutation || settings.MinimumMutation is not null ? new MutationRunner(runner).Run(results, cancellationToken) : []);
    }

    private TestRun Run(TestSelection selection, CancellationToken cancellationToken) =>
        new TestSession(console, world, folder, workspace, settings with { IsUpdate = false }, aliases).Run(selection, TestFilter.Apply(selection.Files, settings.Filter), cancellationToken);

    // Reasons that are as expected stay as their author wrote them.
    private bool Update(TestSelection selection, ImmutableArray<TestFileResult> results)
    {
        var isChanged = false;
        foreach (var file in results.GroupBy(result => result.File.Name))
        {
            var updates = file.SelectMany(result => result.Results).Where(result => result.Mismatches.Any(mismatch => mismatch.What == "reason"))
                .Select(result => (result.Test.Expect, result.Verdict?.Reasons ?? [])).ToList();
            if (updates.Count == 0 || selection.SourceOf(file.Key) is not { } source) continue;
            var text = ReasonUpdate.Apply(source, updates);
            if (text == source.Text) continue;
            AtomicFile.Write(Path.Combine(folder, file.Key), text);
            console.Note($"{file.Key} rewritten");
            isChanged = true;
        }

        return isChanged;
    }

    private void Tell(TestRun run, ImmutableArray<Diagnostic> gates, TestSelection selection)
    {
        console.Report([.. run.Files.Where(file => file.IsUnreadable).SelectMany(file => file.Problems), .. gates], selection.SourceOf);
        var formats = new TestFormats(world.Time.GetUtcNow(), settings.IsCoverage);
        foreach (var (format, path) in settings.Outputs) AtomicFile.Write(Path.Combine(folder, path), formats.Text(format, run));
        console.WriteRaw(formats.Text(settings.Format, run).TrimEnd('\n'));
    }

    private IEnumerable<Diagnostic> Gates(TestRun run) =>
    [
        .. run.Coverage.SelectMany(policy => policy.Problems),
        .. run.Coverage.Where(policy => policy.PerMille < settings.MinimumCoverage * 10)
            .Select(policy => DiagnosticCatalog.CoverageTooLow(new SourceLocation(policy.Tested.Text.File), policy.Tested.Name, CoverageText.Percent(policy.PerMille), Percent(settings.MinimumCoverage))),
        .. run.Mutation.Where(policy => policy.PerMille < settings.MinimumMutation * 10)
            .Select(policy => DiagnosticCatalog.MutationTooLow(new SourceLocation(policy.Tested.Text.File), policy.Tested.Name, CoverageText.Percent(policy.PerMille), Percent(settings.MinimumMutation))),
    ];

    private static string Percent(decimal? value) => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";
}
