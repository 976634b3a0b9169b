using System.Globalization;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Coverage;
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

        var runner = new PolicyTestRunner(new TestDocuments(folder, workspace, selection.Given), aliases.Table, aliases.Unknown);
        var results = runner.Run(files, cancellationToken);
        var run = new TestRun(results, settings.NeedsCoverage ? new CoverageCollector(runner).Collect(results, settings.Filter is null ? selection.Expected : []) : []);
        Tell(run, selection);
        if (world.IsInteractive) console.Note(string.Create(CultureInfo.InvariantCulture, $"in {world.Time.GetElapsedTime(started).TotalSeconds:0.0} s"));
        return CodeOf(run);
    }

    private void Tell(TestRun run, TestSelection selection)
    {
        console.Report([.. run.Files.Where(file => file.IsUnreadable).SelectMany(file => file.Problems), .. Gates(run)], selection.SourceOf);
        var formats = new TestFormats(world.Time.GetUtcNow(), settings.IsCoverage);
        foreach (var (format, path) in settings.Outputs) AtomicFile.Write(Path.Combine(folder, path), formats.Text(format, run));
        console.WriteRaw(formats.Text(settings.Format, run).TrimEnd('\n'));
    }

    private IEnumerable<Diagnostic> Gates(TestRun run) =>
    [
        .. run.Coverage.SelectMany(policy => policy.Problems),
        .. run.Coverage.Where(policy => policy.PerMille < settings.MinimumCoverage * 10)
            .Select(policy => DiagnosticCatalog.CoverageTooLow(new SourceLocation(policy.Tested.Text.File), policy.Tested.Name, CoverageText.Percent(policy.PerMille), $"{settings.MinimumCoverage:0.#}")),
    ];

    private ExitCode CodeOf(TestRun run) =>
        run.Files.Any(file => file.IsUnreadable) ? ExitCode.InvalidInput : run.Files.Any(file => file.Failed > 0) || Gates(run).Any() ? ExitCode.Findings : ExitCode.Success;
}
