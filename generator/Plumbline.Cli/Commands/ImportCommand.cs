using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Exchange;
using Plumbline.Cli.Rendering;
using Plumbline.Exchange.Documents;
using Plumbline.Exchange.Epac;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline import epac DIR</c>: takes over what another tool deployed.</summary>
internal static class ImportCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, Func<System.CommandLine.ParseResult, string> startFolder) =>
        new("import", "Take over definitions, assignments and exemptions from another tool") { Epac(console, startFolder) };

    private static Command Epac(CliConsole console, Func<System.CommandLine.ParseResult, string> startFolder)
    {
        var folder = new Argument<string>("folder") { Description = "The definitions folder: it holds global-settings.jsonc" };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to", HelpName = "folder", DefaultValueFactory = _ => "." };
        var force = new Option<bool>("--force") { Description = "Overwrite files that exist" };
        var expires = new Option<string>("--exemptions-expire-on") { Description = "The end of exemptions that have none, such as 2026-12-31; without it they are left out", HelpName = "date" };
        var owner = new Option<string>("--exemptions-owner") { Description = "Who answers for exemptions whose metadata has no 'owner'", HelpName = "who" };
        var ticket = new Option<string>("--exemptions-ticket") { Description = "Where exemptions were approved whose metadata has no 'ticket'", HelpName = "ticket" };
        var command = new Command("epac", "Enterprise Policy as Code: a definitions folder") { folder, output, force, expires, owner, ticket };
        command.SetAction(parse =>
        {
            var request = new ImportRequest(startFolder(parse), parse.GetRequiredValue(folder), parse.GetRequiredValue(output), parse.GetValue(force));
            return (int)Run(console, request, parse.GetValue(expires), parse.GetValue(owner), parse.GetValue(ticket));
        });
        return command;
    }

    private static ExitCode Run(CliConsole console, ImportRequest request, string? expires, string? owner, string? ticket)
    {
        DateTimeOffset? end = null;
        if (expires is not null)
        {
            if (!DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed))
                return Failed(console, [DiagnosticCatalog.ImportValueInvalid(new SourceLocation("import"), "'--exemptions-expire-on'", "a date such as 2026-12-31")], ExitCode.Usage);
            end = parsed;
        }

        var (files, unreadable) = ExchangeInput.Read(request.Start, request.Folder);
        if (files.IsEmpty && !unreadable.IsEmpty) return Failed(console, unreadable, ExitCode.Usage);
        var import = EpacImporter.Import(files, request.Folder.TrimEnd('/'), new ImportDefaults(end, owner, ticket));
        var failed = console.Report([.. unreadable, .. import.Diagnostics], file => files.FirstOrDefault(source => source.File == file));
        return failed || import.Model is null ? ExitCode.InvalidInput : Write(console, request, import);
    }

    private static ExitCode Write(CliConsole console, ImportRequest request, EpacImport import)
    {
        if (import.Model is not { } model) return ExitCode.InvalidInput;
        var files = CheckoutWriter.Write(import.OwnerId, model);
        var inTheWay = ExchangeOutput.Write(Path.GetFullPath(Path.Combine(request.Start, request.Output)), request.Output, files, request.Force);
        if (!inTheWay.IsEmpty) return Failed(console, inTheWay, ExitCode.Usage);
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Environments.Length} environments, {model.Documents.Definitions.Length} definitions, {model.Documents.Initiatives.Length} initiatives, {model.Environments.Sum(one => one.Assignments.Length)} assignments and {model.Environments.Sum(one => one.Exemptions.Length)} exemptions written to {request.Output}.");
        console.WriteLine(counts);
        return ExitCode.Success;
    }

    private static ExitCode Failed(CliConsole console, ImmutableArray<Diagnostic> problems, ExitCode code)
    {
        console.Report(problems, _ => null);
        return code;
    }

    private sealed record ImportRequest(string Start, string Folder, string Output, bool Force);
}
