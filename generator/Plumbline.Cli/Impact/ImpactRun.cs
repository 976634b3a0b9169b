using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Scanning;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Cli.Impact;

/// <summary>Computes what a plan means for resources: evaluates what is assigned before and after it on templates, inventories and the resources that exist.</summary>
internal static class ImpactRun
{
    /// <summary>The impact. What cannot be read is a diagnostic, and never stands in the way of the plan.</summary>
    public static async Task<ImpactResult> ComputeAsync(ImpactRequest request, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var aliases = new AliasSources(request.Folder).Find(request.Aliases, out var unknown);
        problems.AddRange(unknown.Where(problem => problem.IsError));
        if (aliases is null) return new(null, problems.ToImmutable());

        var (worlds, names) = (new PlanWorlds(request.Plan, request.Live, request.Documents), new ScanAliases(aliases.Table, aliases.Unknown));
        var inputs = Files(request, worlds, problems, cancellationToken);
        if (request.Inventory is { } source) inputs = inputs.Add(Asked(source.Name, await source.ReadAsync(cancellationToken)));
        if (inputs.IsEmpty) return new(null, problems.ToImmutable());

        var (before, after) = (worlds.Before(names), worlds.After(names));
        problems.AddRange(after.Diagnostics);
        ImmutableArray<(ScanInput Input, ImmutableArray<ResourceBatch> Batches)> read = [.. inputs.Select(input => (input, Read(input)))];
        var sources = read.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Input.Path} ({one.Batches.Sum(batch => batch.Resources.Length)} resources)"));
        var impact = ImpactCalculator.Compute(before, after, new ImpactInputs([.. sources], read.SelectMany(one => one.Batches)), request.Now, problems, cancellationToken);
        return new(impact, [.. problems.Distinct()]);
    }

    private static ImmutableArray<ScanInput> Files(ImpactRequest request, PlanWorlds worlds, ImmutableArray<Diagnostic>.Builder problems, CancellationToken cancellationToken)
    {
        var expander = new TemplateExpander(request.Folder, TargetOf(worlds), BicepTool.Find());
        var (inputs, unreadable) = new InputFiles(request.Folder, expander, ImmutableDictionary<string, PolicyValue>.Empty, cancellationToken).Find(request.Paths);
        problems.AddRange(unreadable);
        return inputs;
    }

    // The templates are taken to be deployed into the scope of an assignment; what is not known stays unknown.
    private static TemplateTarget TargetOf(PlanWorlds worlds)
    {
        var scope = worlds.Scopes.Select(scope => scope.Split('/')).FirstOrDefault(segments => segments is ["", "subscriptions", _, ..]) ?? [];
        return new TemplateTarget(
            scope.Length > 2 ? scope[2] : TemplateTarget.Assumed.Subscription,
            scope.Length > 4 ? scope[4] : TemplateTarget.Assumed.ResourceGroup,
            null);
    }

    // INVARIANT: both passes and the counts see the same resources, so an input is read once.
    private static ImmutableArray<ResourceBatch> Read(ScanInput input) => [.. input.Open()];

    private static ScanInput Asked(string name, ReadOnlyMemory<byte> json) => new(name, InputKind.Inventory, json.Length, () => new InventoryReader(new MemoryStream(json.ToArray()), name).Batches());
}
