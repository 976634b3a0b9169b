using System.CommandLine;
using Plumbline.Cli.Batch;
using Plumbline.Cli.Linting;
using Plumbline.Cli.Rendering;
using Plumbline.Lint.Framework;
using Plumbline.Lint.Rules;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline lint</c>: judges policy documents. Needs no checkout.</summary>
internal static class LintCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock, and standard input and output of a batch.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<ParseResult, string> startFolder)
    {
        var options = new LintOptionSet();
        var batch = new Option<bool>("--batch") { Description = "Read documents from standard input, one JSON object a line, and write the findings to standard output" };
        var list = new Option<bool>("--list-rules") { Description = "List the rules with their severities" };
        var command = new Command("lint", "Find mistakes in policy definitions and initiatives");
        options.AddTo(command);
        command.Options.Add(batch);
        command.Options.Add(list);
        command.SetAction((parse, cancellationToken) =>
        {
            var folder = startFolder(parse);
            if (parse.GetValue(list)) return Task.FromResult((int)List(console));
            var session = new LintSession(console, world, folder, options.Read(parse));
            return Task.FromResult((int)(parse.GetValue(batch) ? RunBatch(session, world, cancellationToken) : session.Run(cancellationToken)));
        });
        return command;
    }

    private static ExitCode RunBatch(LintSession session, CliWorld world, CancellationToken cancellationToken)
    {
        if (session.Options(isBatch: true) is not { } options) return ExitCode.Usage;
        using var input = world.Input();
        using var output = world.Output();
        BatchLoop.Run(input, output, new LintBatch(options, LintKnowledge.Published with { ApiVersion = session.Settings.ApiVersion }), cancellationToken: cancellationToken);
        return ExitCode.Success;
    }

    private static ExitCode List(CliConsole console)
    {
        foreach (var rule in RuleRegistry.All) console.WriteRaw($"{rule.Id,-60} {LintText.Name(rule.Severity),-13} {rule.Title}");
        return ExitCode.Success;
    }
}
