using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Batch;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline parse</c>: reads policy documents and says what is wrong with them. Needs no checkout.</summary>
internal static class ParseCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">Standard input and output of a batch.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<ParseResult, string> startFolder)
    {
        var files = new Argument<string[]>("file") { Description = "JSON files: a definition, a rule (if and then) or one condition each", Arity = ArgumentArity.ZeroOrMore };
        var batch = new Option<bool>("--batch") { Description = "Read {\"id\",\"text\"} lines from standard input, write {\"id\",\"valid\",\"diagnostics\"} lines to standard output" };
        var command = new Command("parse", "Report everything that is wrong with policy definitions, rules and conditions") { files, batch };
        command.Validators.Add(result =>
        {
            if (result.GetValue(batch) == (result.GetValue(files) is { Length: > 0 })) result.AddError("Name files, or use --batch.");
        });
        command.SetAction((parse, cancellationToken) => Task.FromResult((int)(parse.GetValue(batch)
            ? RunBatch(world, cancellationToken)
            : Run(console, startFolder(parse), parse.GetValue(files) ?? []))));
        return command;
    }

    private static ExitCode RunBatch(CliWorld world, CancellationToken cancellationToken)
    {
        using var input = world.Input();
        using var output = world.Output();
        BatchLoop.Run(input, output, new ParseBatch(), cancellationToken: cancellationToken);
        return ExitCode.Success;
    }

    private static ExitCode Run(CliConsole console, string folder, string[] files)
    {
        var (isMissing, isInvalid) = (false, false);
        foreach (var file in files)
        {
            var source = LooseFile.Read(folder, file, out var problem);
            if (problem is not null) console.Report([problem], _ => null);
            isMissing |= problem?.Code == DiagnosticCatalog.FileUnreadable(new SourceLocation(file), "").Code;
            isInvalid |= problem is not null;
            if (source is not null) isInvalid |= Report(console, source);
        }

        return isMissing ? ExitCode.Usage : isInvalid ? ExitCode.InvalidInput : ExitCode.Success;
    }

    private static bool Report(CliConsole console, SourceText source)
    {
        var parsed = PolicyParser.ParseAny(source);
        console.Report(parsed.Diagnostics, _ => source);
        var kind = parsed.Kind switch
        {
            PolicyTextKind.Definition => "a definition",
            PolicyTextKind.Rule => "a rule",
            PolicyTextKind.Condition => "a condition",
            _ => "no policy document",
        };
        var errors = parsed.Diagnostics.Count(diagnostic => diagnostic.IsError);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{source.File}: {kind}, {errors} errors, {parsed.Diagnostics.Length - errors} warnings."));
        return !parsed.IsValid;
    }
}
