using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Cli.Batch;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline eval</c>: what a definition says of a resource, and why. Needs no checkout.</summary>
internal static class EvalCommand
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };

    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock, and standard input and output of a batch.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<System.CommandLine.ParseResult, string> startFolder)
    {
        var files = new EvaluationOptions();
        var batch = new Option<bool>("--batch") { Description = "Read requests from standard input, one JSON object a line, and write the verdicts to standard output" };
        var explain = new Option<bool>("--explain") { Description = "Show the whole tree of conditions" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("eval", "Evaluate a policy definition on a resource and explain the verdict") { batch, explain, format };
        files.AddTo(command, isNeeded: result => !result.GetValue(batch));
        command.SetAction((parse, cancellationToken) =>
        {
            var folder = startFolder(parse);
            return Task.FromResult((int)(parse.GetValue(batch)
                ? RunBatch(folder, world, cancellationToken)
                : Run(console, files.Read(parse, folder, world.Time.GetUtcNow()), parse.GetValue(explain), parse.GetValue(format) == "json")));
        });
        return command;
    }

    private static ExitCode RunBatch(string folder, CliWorld world, CancellationToken cancellationToken)
    {
        using var input = world.Input();
        using var output = world.Output();
        BatchLoop.Run(input, output, new EvalBatch(new AliasSources(folder), world.Time), cancellationToken: cancellationToken);
        return ExitCode.Success;
    }

    private static ExitCode Run(CliConsole console, EvaluationFiles files, bool explain, bool isJson)
    {
        if (files.Request is not { } request || files.Definition is not { } definition || files.Aliases is not { } aliases)
        {
            console.Report(files.Problems, _ => null);
            return files.IsMissing ? ExitCode.Usage : ExitCode.InvalidInput;
        }

        var evaluator = new PolicyEvaluator(aliases.Table, aliases.Unknown, request.ApiVersion);
        var answer = DefinitionQuestion.Answer(QuestionedDefinition.Read(definition), request.Input, evaluator);
        if (isJson) console.WriteRaw(Json(answer));
        else Print(console, answer, definition, explain);
        return answer.Status == "ok" ? answer.Result?.TakesEffect == true ? ExitCode.Findings : ExitCode.Success : ExitCode.InvalidInput;
    }

    private static void Print(CliConsole console, EvaluationAnswer answer, SourceText definition, bool explain)
    {
        console.Report(answer.Diagnostics, file => file == definition.File ? definition : null);
        var lines = answer.Result is { } result ? ExplanationText.Of(result, explain) : ["invalid: the definition or its parameters are wrong"];
        foreach (var line in lines) console.WriteRaw(TerminalText.Encode(line));
    }

    private static string Json(EvaluationAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            answer.WriteMembers(writer);
            if (answer.Result is { } result) ExplanationJson.WriteProperty(writer, result);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
