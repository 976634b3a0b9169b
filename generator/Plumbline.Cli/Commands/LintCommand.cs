using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Cli.Aliases;
using Plumbline.Cli.Batch;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Cli.Linting;
using Plumbline.Cli.Rendering;
using Plumbline.Lint;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline lint</c>: finds what is wrong with policy definitions and initiatives, or probably not meant. Needs no checkout.</summary>
internal static class LintCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock; standard input and output of a batch.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<ParseResult, string> startFolder)
    {
        var arguments = new LintArguments();
        var command = new Command("lint", "Find mistakes in policy definitions and initiatives");
        arguments.AddTo(command);
        command.SetAction((parse, cancellationToken) => Task.FromResult((int)Run(console, world, startFolder(parse), arguments.Read(parse), cancellationToken)));
        return command;
    }

    private static ExitCode Run(CliConsole console, CliWorld world, string folder, LintSettings settings, CancellationToken cancellationToken)
    {
        if (settings.IsList) return List(console);
        var workspace = settings.IsBatch ? null : Workspace.Find(folder);
        var configuration = Configuration(workspace);
        var aliases = new AliasFiles(folder).Load(settings.Aliases ?? "default");
        ImmutableArray<Diagnostic> problems = [.. configuration.Diagnostics.Where(problem => problem.IsError), .. aliases.Diagnostics.Where(problem => problem.IsError), .. UnknownRules(settings)];
        if (configuration.Value is not { } found || aliases.Value is not { } table || !problems.IsEmpty)
        {
            console.Report(problems, file => workspace?.Read(file));
            return ExitCode.Usage;
        }

        var environment = LintEnvironment.Default with { Aliases = table, ApiVersion = settings.ApiVersion };
        var options = Options(settings, found) with { Environment = environment, Today = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime) };
        return settings.IsBatch ? RunBatch(world, options, cancellationToken) : new LintSession(console, folder, workspace, settings, found).Run(options);
    }

    private static LintOptions Options(LintSettings settings, LintConfiguration configuration)
    {
        var levels = configuration.Severities;
        foreach (var (rule, severity) in settings.Severities) levels = levels.SetItem(rule, severity);
        return new LintOptions
        {
            Only = settings.Rules.IsEmpty ? null : [.. settings.Rules],
            IsEveryRule = settings.IsEveryRule,
            Excluded = [.. settings.Excluded, .. levels.Where(level => level.Value == "off" && !settings.Rules.Contains(level.Key)).Select(level => level.Key)],
            Severities = levels.Select(level => (level.Key, Severity: SeverityNames.TryParse(level.Value)))
                .Where(level => level.Severity is not null)
                .ToImmutableDictionary(level => level.Key, level => level.Severity ?? default),
        };
    }

    private static ParseResult<LintConfiguration> Configuration(Workspace? workspace)
    {
        if (workspace?.Read(EnvironmentLoader.FileName) is not { } source) return new(LintConfiguration.Empty, []);
        var read = ConfigurationReader.Read(source);
        return new(read.Value?.Lint, read.Diagnostics);
    }

    private static IEnumerable<Diagnostic> UnknownRules(LintSettings settings) => settings.Rules.Concat(settings.Excluded).Concat(settings.Severities.Select(level => level.Rule))
        .Where(id => !PolicyLinter.Rules.Any(rule => rule.Id == id))
        .Select(id => DiagnosticCatalog.UnknownLintRule(new SourceLocation("--rule"), id, PolicyLinter.Nearest(id)));

    private static ExitCode RunBatch(CliWorld world, LintOptions options, CancellationToken cancellationToken)
    {
        using var input = world.Input();
        using var output = world.Output();
        BatchLoop.Run(input, output, new LintBatch(options), cancellationToken: cancellationToken);
        return ExitCode.Success;
    }

    private static ExitCode List(CliConsole console)
    {
        foreach (var rule in PolicyLinter.Rules) console.WriteRaw($"{rule.Id} {SeverityNames.Of(rule.Severity)} {(rule.IsDefault ? "default" : "all")}: {rule.Title}");
        return ExitCode.Success;
    }
}
