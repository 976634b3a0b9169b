using System.CommandLine;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli;

/// <summary>The command line as a function: arguments and writers in, exit code out. Program.cs and the tests call the same.</summary>
internal static class PlumblineCli
{
    /// <summary>Runs one command.</summary>
    /// <param name="currentDirectory">Where the search for the workspace starts, unless <c>--directory</c> says otherwise.</param>
    public static async Task<int> RunAsync(string[] arguments, CliConsole console, CliWorld world, string currentDirectory, CancellationToken cancellationToken)
    {
        var root = CreateRoot(console, world, currentDirectory);
        var configuration = new InvocationConfiguration
        {
            Output = console.Out.Profile.Out.Writer,
            Error = console.Error.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
        };
        var parse = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        try
        {
            var code = await parse.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
            return parse.Errors.Count > 0 ? (int)ExitCode.Usage : code;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Note("interrupted");
            return (int)ExitCode.Interrupted;
        }
        catch (InvalidDataException exception)
        {
            console.Report([DiagnosticCatalog.FileUnreadable(new SourceLocation("plumbline"), exception.Message)], _ => null);
            return (int)ExitCode.InvalidInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Report([DiagnosticCatalog.FileUnreadable(new SourceLocation("plumbline"), exception.Message)], _ => null);
            return (int)ExitCode.Usage;
        }
    }

    private static RootCommand CreateRoot(CliConsole console, CliWorld world, string currentDirectory)
    {
        var directory = new Option<string>("--directory", "-C")
        {
            Description = "Work on the checkout at this path instead of the current one",
            HelpName = "path",
            Recursive = true,
        };
        string StartFolder(ParseResult parse) => parse.GetValue(directory) ?? currentDirectory;
        CommandRunner runner = new(console, world, StartFolder);
        return new RootCommand("Plumbline turns a security baseline for an Azure service into Azure Policy, deploys it and reports compliance.")
        {
            directory,
            GenerateCommand.Create(runner),
            CatalogCommand.Create(runner),
            PlanCommand.Create(runner),
            ApplyCommand.Create(runner),
            ExemptCommand.Create(runner),
            RollbackCommand.Create(runner),
            PromoteCommand.Create(runner),
            DriftCommand.Create(runner),
            AdoptCommand.Create(runner),
            DestroyCommand.Create(runner),
            ComplianceCommand.Create(runner),
            RemediateCommand.Create(runner),
            ScanNowCommand.Create(runner),
            AttestCommand.Create(runner),
            VerifyCommand.Create(runner),
            EmulatorCommand.Create(console, world, StartFolder),
            DemoCommand.Create(runner),
            ParseCommand.Create(console, world, StartFolder),
            EvalCommand.Create(console, world, StartFolder),
            LintCommand.Create(console, world, StartFolder),
            TestCommand.Create(console, world, StartFolder),
            ExprCommand.Create(console, world, StartFolder),
            ScanCommand.Create(console, world, StartFolder),
            AliasesCommand.Create(console, world, StartFolder),
            ExportCommand.Create(runner),
            ImportCommand.Create(console, StartFolder),
            ExplainCommand.Create(console),
        };
    }
}
