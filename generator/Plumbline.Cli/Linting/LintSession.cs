using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Lint;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Linting;

/// <summary>A run of <c>plumbline lint</c>.</summary>
/// <param name="console">Where it prints.</param>
/// <param name="world">The clock.</param>
/// <param name="folder">The folder that relative paths start from.</param>
/// <param name="settings">What is asked for.</param>
internal sealed class LintSession(CliConsole console, CliWorld world, string folder, LintSettings settings)
{
    private const int MaximumPasses = 10;

    private readonly LintFiles files = new(folder);

    /// <summary>What is asked for.</summary>
    public LintSettings Settings => settings;

    /// <summary>
    /// What is looked for: the configuration of the checkout, if there is one, and over it the command line; null with errors reported.
    /// The documents of a batch do not belong to a checkout.
    /// </summary>
    public LintOptions? Options(bool isBatch = false)
    {
        var configured = ImmutableArray<KeyValuePair<string, LintSeverity?>>.Empty;
        if (!isBatch && Workspace.Find(folder)?.Read("plumbline.yaml") is { } source)
        {
            var configuration = ConfigurationReader.Read(source);
            if (configuration.Value is null) console.Report(configuration.Diagnostics, file => file == source.File ? source : null);
            if (configuration.Value is null) return null;
            configured = configuration.Value.Lint;
        }

        var options = new LintOptions(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime));
        return options with
        {
            Severities = options.Severities.SetItems(configured).SetItems(settings.Severities),
            Only = options.Only.Union(settings.Only),
            Without = options.Without.Union(settings.Without),
        };
    }

    /// <summary>Lints the files and prints what was found.</summary>
    public ExitCode Run(CancellationToken cancellationToken)
    {
        if (Options() is not { } options) return ExitCode.Usage;
        var (sources, problems) = files.Find(settings.Paths);
        if (console.Report(problems, _ => null) && sources.IsEmpty) return ExitCode.Usage;
        ImmutableArray<LintedFile> linted = [.. sources.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(source => Lint(source, options))];
        if (settings.IsFix) linted = [.. linted.Select(file => Fixed(file, options))];
        console.Out.Profile.Out.Writer.Write(LintReport.Text(settings.Format, linted));
        foreach (var (format, path) in settings.Outputs) AtomicFile.Write(Path.Combine(folder, path), LintReport.Text(format, linted));
        return !problems.IsEmpty ? ExitCode.Usage : linted.Any(file => file.Result.Active.Any(finding => finding.Severity >= settings.FailOn)) ? ExitCode.Findings : ExitCode.Success;
    }

    private LintedFile Lint(SourceText source, LintOptions options)
    {
        var previous = settings.Previous is { } before ? files.Find(before, source.File) : null;
        return new LintedFile(source, new PolicyLinter(options, LintKnowledge.Published with { ApiVersion = settings.ApiVersion, Previous = previous }).Lint(source));
    }

    // One fix can make room for another; what overlaps waits for the next pass.
    private LintedFile Fixed(LintedFile file, LintOptions options)
    {
        var original = file.Source.Text;
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            ImmutableArray<TextEdit> edits = [.. file.Result.Active.SelectMany(finding => finding.Fix)];
            if (edits.IsEmpty) break;
            file = Lint(file.Source with { Text = TextEdits.Apply(file.Source.Text, edits) }, options);
        }

        if (file.Source.Text != original) AtomicFile.Write(Path.Combine(folder, file.Source.File), file.Source.Text);
        return file;
    }
}
