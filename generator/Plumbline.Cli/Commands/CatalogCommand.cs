using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Catalogs;
using Plumbline.Cli.Configuration;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline catalog check</c> and <c>plumbline catalog schema</c>.</summary>
internal static class CatalogCommand
{
    private static readonly ImmutableArray<(string File, Func<string> Text)> Schemas =
    [
        (CatalogLoader.Folder + "/catalog.schema.json", () => CatalogSchema.Text),
        (CatalogLoader.Folder + "/plumbline.schema.json", () => ConfigurationShapes.Schema),
        (CatalogLoader.Folder + "/exemptions.schema.json", () => ExemptionShapes.Schema),
    ];

    /// <summary>The command with its two verbs.</summary>
    public static Command Create(CommandRunner runner)
    {
        var check = new Command("check", "Report everything that is wrong with a catalog, and the contradictions of its source");
        runner.SetAction(check, (context, _, _) => Task.FromResult(Check(context)));
        var schema = new Command("schema", $"Write the JSON schemas that editors use to {CatalogLoader.Folder}");
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
        foreach (var (file, text) in Schemas)
        {
            context.Workspace.Write(file, text());
            context.Console.WriteLine($"{file} written.");
        }

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
