using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plumbline.Cli.Aliases;
using Plumbline.Cli.Batch;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline aliases</c>: search, show, pull, normalize, denormalize. Works outside of a checkout.</summary>
internal static class AliasesCommand
{
    /// <summary>The command with its verbs.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock, and the lines of standard input.</param>
    /// <param name="folder">Where relative paths start.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<ParseResult, string> folder) => new("aliases", "Look up policy aliases, fetch Azure's catalogue, and use it on resources")
    {
        Search(console, folder),
        Show(console, folder),
        AliasesPullCommand.Create(console, world, folder),
        Batch("normalize", "Turn resources into the flat form in which aliases are looked up", world, folder, batch => batch.Normalize),
        Batch("denormalize", "Turn flat resources into what Azure Resource Manager returns", world, folder, batch => batch.Denormalize),
    };

    private static Command Search(CliConsole console, Func<ParseResult, string> folder)
    {
        var term = new Argument<string[]>("term") { Description = "Words that name or path hold, in any case", Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit") { Description = "How many aliases are listed", DefaultValueFactory = _ => 50 };
        var (aliases, format) = (AliasesOption(), FormatOption());
        var command = new Command("search", "Find aliases by words") { term, limit, aliases, format };
        command.SetAction(parse => (int)WithTable(console, folder(parse), parse.GetValue(aliases), table =>
        {
            var terms = string.Join(' ', parse.GetRequiredValue(term));
            var (words, found) = AliasSearch.Find(table, terms);
            if (!found.IsEmpty && string.Join(' ', words) is var searched && searched != string.Join(' ', terms.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                console.Note($"nothing has '{terms}'; searched for '{searched}'");
            AliasRenderer.Print(console, [.. found.Take(Math.Max(parse.GetValue(limit), 0))], parse.GetValue(format) == "json");
            console.Note(string.Create(CultureInfo.InvariantCulture, $"{found.Length} aliases found."));
            return found.IsEmpty ? ExitCode.Findings : ExitCode.Success;
        }));
        return command;
    }

    private static Command Show(CliConsole console, Func<ParseResult, string> folder)
    {
        var type = new Argument<string>("type") { Description = "A resource type, such as Microsoft.App/containerApps" };
        var (aliases, format) = (AliasesOption(), FormatOption());
        var command = new Command("show", "List all aliases of a resource type") { type, aliases, format };
        command.SetAction(parse => (int)WithTable(console, folder(parse), parse.GetValue(aliases), table =>
        {
            var name = parse.GetRequiredValue(type);
            if (table.OfType(name) is { IsEmpty: false } found)
            {
                AliasRenderer.Print(console, found, parse.GetValue(format) == "json");
                return ExitCode.Success;
            }

            var nearest = NearestName.Find(name, table.TypesOf(name.Split('/')[0])) ?? NearestName.Find(name, table.Namespaces.SelectMany(provider => table.TypesOf(provider)));
            console.Report([DiagnosticCatalog.TypeWithoutAliases(new SourceLocation("plumbline aliases show"), name, nearest)], _ => null);
            return ExitCode.Usage;
        }));
        return command;
    }

    private static Command Batch(
        string name, string description, CliWorld world, Func<ParseResult, string> folder, Func<AliasBatch, Action<JsonElement, Utf8JsonWriter>> verb)
    {
        var batch = new Option<bool>("--batch") { Description = "Read JSON Lines from standard input, write an answer a line", Required = true };
        var command = new Command(name, description) { batch };
        command.SetAction((parse, cancellationToken) =>
        {
            using var input = world.Input();
            using var output = world.Output();
            BatchLoop.Run(input, output, new AliasBatchHandler(verb(new AliasBatch(new AliasFiles(folder(parse)).Load))), cancellationToken: cancellationToken);
            return Task.FromResult((int)ExitCode.Success);
        });
        return command;
    }

    private static Option<string> AliasesOption() => new("--aliases")
    {
        Description = "The catalogue: 'default' is the embedded one; else a file of Azure's alias JSON",
        HelpName = "file",
        DefaultValueFactory = _ => "default",
    };

    private static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "How to print", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }

    private static ExitCode WithTable(CliConsole console, string folder, string? name, Func<AliasTable, ExitCode> action)
    {
        var aliases = new AliasFiles(folder).Load(name ?? "default");
        console.Report(aliases.Diagnostics, _ => null);
        return aliases.Value is { } table ? action(table) : ExitCode.InvalidInput;
    }
}
