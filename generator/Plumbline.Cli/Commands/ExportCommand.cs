using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Exchange;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline export --to FORMAT</c>: what is declared, as the files of another tool.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var format = new Option<string>("--to") { Description = "epac (Enterprise Policy as Code), alz (Azure Landing Zones library), bicep or terraform", Required = true };
        var environment = new Option<string>("--environment", "-e") { Description = "An environment of plumbline.yaml; all when left out", HelpName = "name" };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to", HelpName = "folder", Required = true };
        var force = new Option<bool>("--force") { Description = "Overwrite files that exist" };
        format.AcceptOnlyFromAmong([.. ExportRun.Formats]);
        var command = new Command("export", "Write environments, definitions and exemptions as the files of another tool") { format, environment, output, force };
        runner.SetAction(command, (context, parse, _) =>
            Task.FromResult(Run(context, parse.GetRequiredValue(format), parse.GetValue(environment), (parse.GetRequiredValue(output), parse.GetValue(force)))));
        return command;
    }

    private static ExitCode Run(CommandContext context, string format, string? environment, (string Folder, bool Force) output)
    {
        var export = ExportRun.Run(context.Workspace, format, environment);
        if (context.Console.Report(export.Diagnostics, context.Workspace.Read) || export.Files.IsEmpty) return ExitCode.InvalidInput;
        var inTheWay = ExchangeOutput.Write(Path.GetFullPath(Path.Combine(context.Workspace.Root, output.Folder)), output.Folder, export.Files, output.Force);
        if (context.Console.Report(inTheWay, _ => null)) return ExitCode.Usage;
        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{export.Files.Length} files written to {output.Folder}."));
        return ExitCode.Success;
    }
}
