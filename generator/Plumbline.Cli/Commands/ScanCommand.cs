using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Cli.Scanning;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Reports;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline scan</c>: what policies say of templates and plans before they are deployed, and of inventories.</summary>
internal static class ScanCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<System.CommandLine.ParseResult, string> startFolder)
    {
        var options = new ScanOptions();
        var command = new Command("scan", "Evaluate policies on Bicep files, ARM templates, Terraform plans and inventories") { Merge(console, world, startFolder) };
        options.AddTo(command);
        command.SetAction((parse, cancellationToken) => Task.FromResult((int)Run(console, world, options.Read(parse, startFolder(parse)), cancellationToken)));
        return command;
    }

    private static ExitCode Run(CliConsole console, CliWorld world, ScanRequest request, CancellationToken cancellationToken)
    {
        var now = world.Time.GetUtcNow();
        var output = new ScanOutput(console, request.Folder, now);
        var wrong = ScanOutput.Check(request.Output, request.Baseline);
        if (request.Paths.IsEmpty) wrong = wrong.Add(DiagnosticCatalog.ScanOptionInvalid(new SourceLocation("scan"), "name at least one file or folder"));
        if (!wrong.IsEmpty) return Failed(console, wrong, ExitCode.Usage);
        var scan = new ScanRun(request, new ScanProgress(console, world.Time), now, cancellationToken).Run();
        return scan.Value is { } report ? output.Write(report, request.Output, request.Baseline) : Failed(console, scan.Diagnostics, ExitCode.InvalidInput);
    }

    private static Command Merge(CliConsole console, CliWorld world, Func<System.CommandLine.ParseResult, string> startFolder)
    {
        var files = new Argument<string[]>("file") { Description = "The JSON results of all shards", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text, json, sarif, junit or markdown, on standard output", DefaultValueFactory = _ => "text" };
        var outputs = new Option<string[]>("--output", "-o") { Description = "Write a format to a file as well: FORMAT=PATH. May be repeated", HelpName = "format=path" };
        var whatIf = new Option<bool>("--what-if") { Description = "Show what modify and append would change, and what deployIfNotExists would deploy" };
        var baseline = new Option<string>("--baseline") { Description = "A file of known findings: they do not count until they expire", HelpName = "file" };
        var failOn = new Option<string>("--fail-on") { Description = "violation, or unknown: verdicts that are not known fail the scan too", DefaultValueFactory = _ => "violation" };
        format.AcceptOnlyFromAmong([.. ScanFormats.Names]);
        failOn.AcceptOnlyFromAmong("violation", "unknown");
        var command = new Command("merge", "Put the JSON results of all shards of a scan together") { files, format, outputs, whatIf, baseline, failOn };
        command.SetAction((parse, _) =>
        {
            var request = new OutputRequest(parse.GetValue(format) ?? "text", [.. parse.GetValue(outputs) ?? []], parse.GetValue(whatIf), parse.GetValue(failOn) == "unknown");
            return Task.FromResult((int)RunMerge(console, world, startFolder(parse), [.. parse.GetValue(files) ?? []], request, new BaselineRequest(parse.GetValue(baseline), null, null, null)));
        });
        return command;
    }

    private static ExitCode RunMerge(CliConsole console, CliWorld world, string folder, ImmutableArray<string> files, OutputRequest request, BaselineRequest baseline)
    {
        var output = new ScanOutput(console, folder, world.Time.GetUtcNow());
        var wrong = ScanOutput.Check(request, baseline);
        if (!wrong.IsEmpty) return Failed(console, wrong, ExitCode.Usage);
        var read = files.Select(file => (file, Result: ReadResult(folder, file))).ToList();
        var problems = read.SelectMany(one => one.Result.Diagnostics).ToImmutableArray();
        if (!problems.IsEmpty) return Failed(console, problems, ExitCode.InvalidInput);
        var merged = ReportMerge.Merge([.. read.Select(one => one.Result.Value is { } report ? (one.file, report) : default).Where(one => one.report is not null)]);
        return merged.Value is { } all ? output.Write(all, request, baseline) : Failed(console, merged.Diagnostics, ExitCode.InvalidInput);
    }

    private static ParseResult<ScanReport> ReadResult(string folder, string file) => LooseFile.Read(folder, file, out var problem) is { } source
        ? ReportJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(source.Text), file)
        : new(null, [.. new[] { problem }.OfType<Diagnostic>()]);

    private static ExitCode Failed(CliConsole console, ImmutableArray<Diagnostic> problems, ExitCode code)
    {
        console.Report(problems, _ => null);
        return code;
    }
}
