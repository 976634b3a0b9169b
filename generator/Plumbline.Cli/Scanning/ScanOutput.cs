using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Baselines;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Reports;

namespace Plumbline.Cli.Scanning;

/// <summary>Applies the baseline, writes a report in the formats asked for, and says with what the run ends.</summary>
internal sealed class ScanOutput(CliConsole console, string folder, DateTimeOffset now)
{
    /// <summary>What is wrong with the options, before a scan that may take long.</summary>
    public static ImmutableArray<Diagnostic> Check(OutputRequest output, BaselineRequest baseline)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        problems.AddRange(output.Files.Where(file => Target(file) is null).Select(file => Invalid("--output", $"'{file}' is not FORMAT=PATH with one of {string.Join(", ", ScanFormats.Names)}")));
        if (baseline.Write is null && (baseline.Owner is not null || baseline.Until is not null)) problems.Add(Invalid("--owner", "--owner and --until go with --write-baseline"));
        if (baseline.Write is not null && string.IsNullOrWhiteSpace(baseline.Owner)) problems.Add(Invalid("--write-baseline", "every entry needs somebody who answers for it; give --owner"));
        if (baseline.Write is not null && Baseline.DayOf(baseline.Until ?? "") is null) problems.Add(Invalid("--write-baseline", "every entry needs a last day; give --until yyyy-MM-dd"));
        return problems.ToImmutable();
    }

    /// <summary>Writes the report.</summary>
    public ExitCode Write(ScanReport report, OutputRequest output, BaselineRequest baseline)
    {
        if (baseline.Use is { } file)
        {
            var read = ReadBaseline(file);
            if (read.Value is not { } known)
            {
                console.Report(read.Diagnostics, _ => null);
                return ExitCode.InvalidInput;
            }

            report = BaselineMatch.Apply(report, known, DateOnly.FromDateTime(now.UtcDateTime));
        }

        foreach (var target in output.Files.Select(Target).OfType<(string Format, string Path)>())
            AtomicFile.Write(Path.Combine(folder, target.Path), ScanFormats.Write(report, target.Format, output.ShowsChanges, now));
        console.Report(report.Diagnostics, _ => null);
        console.WriteRaw(ScanFormats.Write(report, output.Format, output.ShowsChanges, now).TrimEnd('\n'));
        return baseline.Write is { } path ? WriteBaseline(path, report, baseline) : CodeOf(report, output.FailsOnUnknown);
    }

    private static ExitCode CodeOf(ScanReport report, bool failsOnUnknown) =>
        report.HasErrors ? ExitCode.InvalidInput
        : report.HasViolations || (failsOnUnknown && report.HasUnknown) ? ExitCode.Findings
        : ExitCode.Success;

    // Verdicts that are not known are nothing to agree on.
    private ExitCode WriteBaseline(string path, ScanReport report, BaselineRequest request)
    {
        var findings = report.Findings.Concat(report.Known.Select(known => known.Finding)).Where(finding => finding.State != FindingState.Unknown);
        var baseline = Baseline.Of(findings, request.Owner ?? "", Baseline.DayOf(request.Until ?? "") ?? default);
        AtomicFile.Write(Path.Combine(folder, path), baseline.ToJson());
        console.Note($"{path}: {baseline.Entries.Length} known finding(s), owner {request.Owner}, until {request.Until}");
        return report.HasErrors ? ExitCode.InvalidInput : ExitCode.Success;
    }

    private ParseResult<Baseline> ReadBaseline(string file)
    {
        var source = LooseFile.Read(folder, file, out var problem);
        return source is null ? new(null, [.. new[] { problem }.OfType<Diagnostic>()]) : Baseline.Read(source);
    }

    private static (string Format, string Path)? Target(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && ScanFormats.Names.Contains(text[..at], StringComparer.Ordinal) && at + 1 < text.Length ? (text[..at], text[(at + 1)..]) : null;

    private static Diagnostic Invalid(string option, string reason) => DiagnosticCatalog.ScanOptionInvalid(new SourceLocation(option), reason);
}
