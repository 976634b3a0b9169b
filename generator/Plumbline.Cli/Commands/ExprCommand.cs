using System.CommandLine;
using System.Collections.Immutable;
using Plumbline.Cli.Batch;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline expr</c>: the value of a template expression. Needs no checkout.</summary>
internal static class ExprCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock, and standard input and output of a batch.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<System.CommandLine.ParseResult, string> startFolder)
    {
        var expression = new Argument<string?>("expression") { Description = "The expression, with or without its brackets: \"toLower('A')\"", Arity = ArgumentArity.ZeroOrOne };
        var resource = new Option<string>("--resource", "-r") { Description = "What field() reads, a JSON file", HelpName = "file" };
        var parameters = new Option<string>("--parameters", "-p") { Description = "What parameters() reads: {name: value}, a JSON file", HelpName = "file" };
        var context = new Option<string>("--context") { Description = "requestContext, subscription, resourceGroup, policy and utcNow, a JSON file", HelpName = "file" };
        var aliases = new Option<string>("--aliases") { Description = "default, none, or a file that 'aliases pull' wrote", HelpName = "catalogue" };
        var batch = new Option<bool>("--batch") { Description = "Read requests from standard input, one JSON object a line, and write the values to standard output" };
        var command = new Command("expr", "Evaluate a template expression; without one, on a terminal, read expressions line by line") { expression, resource, parameters, context, aliases, batch };
        command.SetAction((parse, cancellationToken) =>
        {
            var folder = startFolder(parse);
            if (parse.GetValue(batch)) return Task.FromResult((int)RunBatch(folder, world, cancellationToken));
            var names = new EvaluationFileNames(null, parse.GetValue(resource), parse.GetValue(parameters), [], parse.GetValue(context), parse.GetValue(aliases), null);
            var session = ExpressionSession.Open(folder, names, world.Time.GetUtcNow(), out var problems);
            if (session is null) return Task.FromResult((int)Fail(console, problems));
            return Task.FromResult((int)(parse.GetValue(expression) is { } text ? RunOne(console, session, text) : RunLoop(console, world, session)));
        });
        return command;
    }

    private static ExitCode RunBatch(string folder, CliWorld world, CancellationToken cancellationToken)
    {
        using var input = world.Input();
        using var output = world.Output();
        BatchLoop.Run(input, output, new ExprBatch(new AliasSources(folder), world.Time), cancellationToken: cancellationToken);
        return ExitCode.Success;
    }

    private static ExitCode Fail(CliConsole console, ImmutableArray<Diagnostic> problems)
    {
        console.Report(problems, _ => null);
        return EvaluationFiles.IsAnyMissing(problems) ? ExitCode.Usage : ExitCode.InvalidInput;
    }

    private static ExitCode RunOne(CliConsole console, ExpressionSession session, string text)
    {
        var result = session.Evaluate(text);
        if (result.Value is { } value) console.WriteRaw(TerminalText.Encode(Text(value)));
        else console.Report([DiagnosticCatalog.ExpressionWithoutValue(new SourceLocation("expression", new TextSpan(1, result.Start + 1, Math.Max(1, result.Length))), result.Error ?? "")], _ => new SourceText("expression", ExpressionSession.Bracketed(text)));
        return result.Value is null ? ExitCode.InvalidInput : ExitCode.Success;
    }

    private static string Text(PolicyValue value) => value is UndefinedValue ? "undefined" : PolicyValueWriter.ToCompactJson(value);

    private static ExitCode RunLoop(CliConsole console, CliWorld world, ExpressionSession session)
    {
        if (world.IsInteractive) console.Note("An expression a line, such as concat('a', 'b'); an empty line or Ctrl+D ends.");
        while (world.ReadLine() is { Length: > 0 } line) RunOne(console, session, line);
        return ExitCode.Success;
    }
}
