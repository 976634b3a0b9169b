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
    /// <summary><see cref="Compute"/> without holding up the caller: templates are expanded by another program.</summary>
    public static Task<ImpactResult> ComputeAsync(ImpactQuestion question, CancellationToken cancellationToken) => Task.Run(() => Compute(question, cancellationToken), cancellationToken);

    /// <summary>The impact. What cannot be read is a diagnostic, and never stands in the way of the plan.</summary>
    public static ImpactResult Compute(ImpactQuestion question, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var aliases = new AliasSources(question.Folder).Find(question.Aliases, out var unknown);
        problems.AddRange(unknown.Where(problem => problem.IsError));
        if (aliases is null) return new(null, problems.ToImmutable());

        var (worlds, names) = (new PlanWorlds(question.Plan, question.Live, question.Documents), new ScanAliases(aliases.Table, aliases.Unknown));
        var inputs = Files(question, worlds, problems, cancellationToken);
        if (question.Inventory is { } inventory) inputs = inputs.Add(Read(inventory));
        if (inputs.IsEmpty) return new(null, problems.ToImmutable());

        var (before, after) = (worlds.Before(names), worlds.After(names));
        problems.AddRange(after.Diagnostics);
        ImmutableArray<(ScanInput Input, ImmutableArray<ResourceBatch> Batches)> read = [.. inputs.Select(input => (input, Read(input)))];
        ImmutableArray<ScanAssignment> assignments = [.. before.Assignments, .. after.Assignments];
        var sources = read.Select(one => SourceOf(one.Input.Path, [.. one.Batches.SelectMany(batch => batch.Resources)], assignments));
        var impact = ImpactCalculator.Compute(before, after, new ImpactInputs([.. sources], read.SelectMany(one => one.Batches)), question.Now, problems, cancellationToken);
        return new(impact, [.. problems.Distinct()]);
    }

    private static ImmutableArray<ScanInput> Files(ImpactQuestion question, PlanWorlds worlds, ImmutableArray<Diagnostic>.Builder problems, CancellationToken cancellationToken)
    {
        var expander = new TemplateExpander(question.Folder, TargetOf(worlds), BicepTool.Find());
        var (inputs, unreadable) = new InputFiles(question.Folder, expander, ImmutableDictionary<string, PolicyValue>.Empty, cancellationToken).Find(question.Paths);
        problems.AddRange(unreadable);
        return inputs;
    }

    // A reader has to see when nothing was found because nothing was looked at.
    private static string SourceOf(string path, ImmutableArray<ScannedResource> resources, ImmutableArray<ScanAssignment> assignments)
    {
        var reached = resources.Count(resource => assignments.Any(assignment => assignment.For(resource.Header) is not null));
        var scope = reached == resources.Length ? string.Empty : reached == 0 ? ", none of them where this plan assigns something" : string.Create(CultureInfo.InvariantCulture, $", {reached} of them where this plan assigns something");
        return string.Create(CultureInfo.InvariantCulture, $"{path} ({resources.Length} resource{(resources.Length == 1 ? "" : "s")}{scope})");
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

    private static ScanInput Read(ImpactInventory inventory)
    {
        var json = PolicyValueWriter.ToUtf8(new ArrayValue([.. inventory.Resources])).ToArray();
        return new(inventory.Name, InputKind.Inventory, json.Length, () => new InventoryReader(new MemoryStream(json), inventory.Name).Batches());
    }
}
