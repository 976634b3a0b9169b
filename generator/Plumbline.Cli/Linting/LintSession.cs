using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Lint;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;

namespace Plumbline.Cli.Linting;

/// <summary>Lints files and tells what was found.</summary>
internal sealed class LintSession(CliConsole console, string folder, Workspace? workspace, LintSettings settings, LintConfiguration configuration)
{
    /// <summary>Runs once.</summary>
    /// <param name="options">The rules, without what the files add to them.</param>
    public ExitCode Run(LintOptions options)
    {
        var files = new LintFiles(folder, workspace);
        var documents = files.Find(settings.Paths, out var problems);
        if (documents.IsEmpty && problems.IsEmpty) problems = [DiagnosticCatalog.NothingToLint(new SourceLocation(settings.Paths.FirstOrDefault() ?? "."))];
        console.Report(problems, _ => null);
        var unread = problems.IsEmpty ? ExitCode.Success : EvaluationFiles.IsAnyMissing(problems) || documents.IsEmpty ? ExitCode.Usage : ExitCode.InvalidInput;
        return documents.IsEmpty ? unread : Worst(unread, Lint(documents, files, options));
    }

    private ExitCode Lint(ImmutableArray<SourceText> documents, LintFiles files, LintOptions options)
    {
        var environment = options.Environment with { Definitions = Definitions(documents) };
        var previous = files.ByName(settings.Previous);
        LintOptions OptionsFor(SourceText document) => options with { Environment = environment with { Previous = PreviousOf(document, previous) } };
        if (settings.IsFix) documents = [.. documents.Select(document => Fix(document, OptionsFor(document)))];
        var suppressions = new FileSuppressions(configuration.Suppressions, RootedNames());
        ImmutableArray<LintResult> results = [.. documents.AsParallel().AsOrdered().Select(document => PolicyLinter.Lint(document, OptionsFor(document)))];
        results = [.. results.Select(suppressions.Apply)];
        if (settings.Paths.IsEmpty) console.Report([.. suppressions.Unused()], _ => null);
        Tell(results, options);
        var failOn = SeverityNames.TryParse(settings.FailOn ?? configuration.FailOn) ?? LintSeverity.Warning;
        return results.Any(result => result.Active.Any(finding => finding.Severity >= failOn)) ? ExitCode.Findings : ExitCode.Success;
    }

    private static ExitCode Worst(ExitCode left, ExitCode right) => left > right ? left : right;

    private static ImmutableDictionary<string, PolicyDefinition> Definitions(ImmutableArray<SourceText> documents) => documents
        .Select(document => PolicyParser.InspectDefinition(document).Definition)
        .OfType<PolicyDefinition>()
        .Where(definition => definition.Name.Length > 0)
        .DistinctBy(definition => definition.Name, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(definition => definition.Name, StringComparer.OrdinalIgnoreCase);

    private static JObject? PreviousOf(SourceText document, ImmutableDictionary<string, JObject> previous) =>
        previous.IsEmpty || PositionedJson.Parse(document).Value is not { } read ? null : previous.GetValueOrDefault(LintFiles.KeyOf(read));

    private SourceText Fix(SourceText document, LintOptions options)
    {
        var (source, count) = LintFixer.Fix(document, options);
        if (count == 0) return document;
        AtomicFile.Write(Path.Combine(folder, document.File), source.Text);
        console.Note(string.Create(CultureInfo.InvariantCulture, $"{document.File}: {count} fixed"));
        return source;
    }

    private Func<string, string> RootedNames() => name => Path.GetRelativePath(workspace?.Root ?? folder, Path.Combine(folder, name)).Replace(Path.DirectorySeparatorChar, '/');

    private void Tell(ImmutableArray<LintResult> results, LintOptions options)
    {
        foreach (var (format, path) in settings.Outputs) AtomicFile.Write(Path.Combine(folder, path), LintFormats.Text(format, results, options));
        console.WriteRaw(LintFormats.Text(settings.Format, results, options).TrimEnd('\n'));
    }
}
