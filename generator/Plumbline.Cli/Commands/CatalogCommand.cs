using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Catalogs;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline catalog check</c> and <c>plumbline catalog schema</c>.</summary>
internal static class CatalogCommand
{
    private const string SchemaFile = CatalogLoader.Folder + "/catalog.schema.json";

    /// <summary>The command with its two verbs.</summary>
    public static Command Create(CommandRunner runner)
    {
        var check = new Command("check", "Report everything that is wrong with a catalog, and the contradictions of its source");
        runner.SetAction(check, (context, _, _) => Task.FromResult(Check(context)));
        var schema = new Command("schema", $"Write {SchemaFile}, the JSON schema that editors use");
        runner.SetAction(schema, (context, _, _) => Task.FromResult(Schema(context)));
        return new Command("catalog", "Work with the catalog") { check, schema };
    }

    private static ExitCode Check(CommandContext context)
    {
        var loaded = CatalogLoader.Load(context.Workspace);
        context.Console.Report(loaded.Diagnostics, context.Workspace.Read);
        foreach (var (source, catalog) in loaded.Catalogs)
        {
            context.Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{source.File}: {catalog.Controls.Length} controls, {catalog.Controls.Sum(control => control.Features.Length)} features, {catalog.UnpublishedFeatures.Length} features that only the spreadsheet has."));
        }

        context.Console.WriteLine(Count(loaded));
        return loaded.HasErrors ? ExitCode.InvalidInput : ExitCode.Success;
    }

    private static ExitCode Schema(CommandContext context)
    {
        context.Workspace.Write(SchemaFile, CatalogSchema.Text);
        context.Console.WriteLine($"{SchemaFile} written.");
        return ExitCode.Success;
    }

    private static string Count(LoadedCatalogs loaded)
    {
        int Of(DiagnosticSeverity severity) => loaded.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(DiagnosticSeverity.Error)} errors, {Of(DiagnosticSeverity.Warning)} warnings, {Of(DiagnosticSeverity.Information)} remarks.");
    }
}
