using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Catalogs;
using Plumbline.Generation.Output;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline generate</c>: read, generate, write.</summary>
internal static class GenerateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 5 and print a diff when a committed file is not as generated" };
        var sameVersion = new Option<bool>("--same-version") { Description = "Let a rule or parameter change without a new version, for work nobody has deployed" };
        var command = new Command("generate", "Generate policy definitions and initiatives from the catalog") { check, sameVersion };
        runner.SetAction(command, (context, parse, _) => Task.FromResult(Run(context, parse.GetValue(check), parse.GetValue(sameVersion))));
        return command;
    }

    private static ExitCode Run(CommandContext context, bool check, bool sameVersion)
    {
        var loaded = CatalogLoader.Load(context.Workspace);
        context.Console.Report([.. loaded.Diagnostics.Where(diagnostic => diagnostic.IsError)], context.Workspace.Read);
        if (loaded.HasErrors) return ExitCode.InvalidInput;

        var generated = GeneratedFiles.Of(context.Workspace, loaded);
        if (context.Console.Report(generated.Diagnostics, file => SourceOf(context, generated, file))) return ExitCode.InvalidInput;
        if (!sameVersion && context.Console.Report(generated.VersionFindings, context.Workspace.Read)) return check ? Check(context, generated) : ExitCode.InvalidInput;
        return check ? Check(context, generated) : Write(context, generated);
    }

    private static ExitCode Check(CommandContext context, GeneratedFiles generated)
    {
        foreach (var file in generated.Drift)
        {
            context.Console.Report([file.Finding], _ => null);
            foreach (var line in file.Difference.Split('\n', StringSplitOptions.RemoveEmptyEntries)) context.Console.WriteLine(line, StyleOf(line[0]));
        }

        if (generated.Drift.IsEmpty) context.Console.WriteLine(Count(generated, "up to date"));
        return generated.Drift.IsEmpty ? ExitCode.Success : ExitCode.Drift;
    }

    private static ExitCode Write(CommandContext context, GeneratedFiles generated)
    {
        foreach (var file in generated.Drift)
            context.Console.WriteLine($"{(file.Kind == DriftKind.Extra ? "-" : file.Kind == DriftKind.Missing ? "+" : "~")} {file.Path}");
        var changed = generated.WriteTo(context.Workspace);
        context.Console.WriteLine(Count(generated, string.Create(CultureInfo.InvariantCulture, $"generated, {changed} changed")));
        return ExitCode.Success;
    }

    private static string Count(GeneratedFiles generated, string what)
    {
        var definitions = generated.Tree.Files.Keys.Count(path => path.StartsWith("definitions/", StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"{definitions} definitions and {generated.Tree.Files.Count - definitions} initiative {what}.");
    }

    private static Policy.Diagnostics.SourceText? SourceOf(CommandContext context, GeneratedFiles generated, string file) =>
        generated.Tree.Files.TryGetValue(file, out var text) ? new Policy.Diagnostics.SourceText(file, text) : context.Workspace.Read(file);

    private static string StyleOf(char sign) => sign switch
    {
        '+' => "green",
        '-' => "red",
        '@' => "cyan",
        _ => "dim",
    };
}
