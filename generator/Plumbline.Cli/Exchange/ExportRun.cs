using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Exchange.Alz;
using Plumbline.Exchange.Bicep;
using Plumbline.Exchange.Epac;
using Plumbline.Exchange.Terraform;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Exchange;

/// <summary>Reads what is to be exported, and exports it.</summary>
internal static class ExportRun
{
    /// <summary>The formats, as the command line names them.</summary>
    public static ImmutableArray<string> Formats { get; } = ["epac", "alz", "bicep", "terraform"];

    /// <summary>The files of a format, and everything there is to say.</summary>
    /// <param name="workspace">The checkout.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="environment">The environment; null for all where the format takes several.</param>
    public static ExportResult Run(Workspace workspace, string format, string? environment)
    {
        var documents = PolicyDocumentReader.Read(workspace);
        var names = environment is null ? Names(workspace) : [environment];
        var loaded = names.Select(name => EnvironmentLoader.Load(workspace, name)).ToImmutableArray();
        ImmutableArray<Diagnostic> problems = [.. documents.Diagnostics.Concat(loaded.SelectMany(one => one.Diagnostics)).Distinct()];
        ImmutableArray<DeploymentEnvironment> environments = [.. loaded.Select(one => one.Value?.Deployment).OfType<DeploymentEnvironment>()];
        if (documents.Value is null || environments.Length < names.Length) return new([], problems);
        if (environments.IsEmpty) return new([], [.. problems, DiagnosticCatalog.NothingToExport(new SourceLocation(EnvironmentLoader.FileName), "no environment is configured")]);

        var export = format == "epac" ? EpacExporter.Export(new ExchangeModel(environments, documents.Value)) : Planned(format, environments, documents.Value);
        return export with { Diagnostics = [.. problems, .. export.Diagnostics] };
    }

    private static ImmutableArray<string> Names(Workspace workspace) =>
        workspace.Read(EnvironmentLoader.FileName) is { } source && ConfigurationReader.Read(source).Value is { } configuration
            ? [.. configuration.Environments.Select(one => one.Deployment.Name)]
            : [];

    private static ExportResult Planned(string format, ImmutableArray<DeploymentEnvironment> environments, PolicyDocuments documents)
    {
        if (environments is not [var environment])
            return new([], [DiagnosticCatalog.NothingToExport(new SourceLocation(EnvironmentLoader.FileName), "this format has one environment, and none is named with --environment")]);

        // Over an endpoint that has nothing, a plan says of each object what applying would write.
        var header = new PlanHeader(DateTimeOffset.UnixEpoch, "plumbline", null);
        var planned = DeploymentPlanner.Plan(new PlanRequest(environment, documents, LiveState.Empty, PlanChoices.None, header));
        if (planned.Plan is not { } plan) return new([], planned.Diagnostics);
        var export = format switch
        {
            "bicep" => BicepExporter.Export(plan),
            "terraform" => TerraformExporter.Export(plan),
            _ => AlzExporter.Export(environment, documents, plan),
        };
        return export with { Diagnostics = [.. planned.Diagnostics, .. export.Diagnostics] };
    }
}
