using System.Collections.Immutable;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Files;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;
using Plumbline.Scan.Reports;
using Plumbline.Scan.Templates;

namespace Plumbline.Cli.Scanning;

/// <summary>One scan, from what is asked for to its report.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="progress">Is told how far the scan is.</param>
/// <param name="now">The time of the run.</param>
/// <param name="cancellationToken">Ends the scan.</param>
internal sealed class ScanRun(ScanRequest request, ScanProgress progress, DateTimeOffset now, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The report; null with the problems when there is nothing to report on.</summary>
    public ParseResult<ScanReport> Run()
    {
        var shard = ShardOf();
        var values = Values();
        if (Plan(values) is not { } plan) return new(null, problems.ToImmutable());
        var expander = new TemplateExpander(request.Folder, TargetOf(plan), BicepTool.Find());
        var files = new InputFiles(request.Folder, expander, values, cancellationToken);
        var (inputs, unreadable) = files.Find(request.Paths);
        problems.AddRange(unreadable);
        if (problems.Any(problem => problem.IsError)) return new(null, problems.ToImmutable());
        problems.AddRange(plan.Diagnostics);
        var report = Evaluate(plan, inputs, shard);
        var unknown = UnknownParameters(values, plan, files);
        return new(report with { Diagnostics = [.. problems.Distinct(), .. unknown] }, []);
    }

    private ScanReport Evaluate(ScanPlan plan, ImmutableArray<ScanInput> inputs, ScanShard? shard)
    {
        var engine = new ScanEngine(plan.Assignments, new ScanSettings(Environment.ProcessorCount, shard, now));
        if (engine.NeedsRelated) engine.Collect(inputs.SelectMany(input => input.Open()), cancellationToken);
        if (engine.AreRelatedOmitted) problems.Add(DiagnosticCatalog.RelatedResourcesOmitted(new SourceLocation("scan"), ScanEngine.RelatedKept));
        var findings = ImmutableArray.CreateBuilder<ScanFinding>();
        var reported = ImmutableArray.CreateBuilder<ReportedInput>();
        var (totals, omitted) = (default(ScanTotals), 0L);
        progress.Start(inputs.Sum(input => input.Length));
        foreach (var input in inputs)
        {
            var before = totals.Resources;
            foreach (var outcome in engine.Run(input.Open(), cancellationToken))
            {
                totals += outcome.Totals;
                problems.AddRange(outcome.Problems);
                var kept = Math.Min(outcome.Findings.Length, Math.Max(0, request.MaximumFindings - findings.Count));
                findings.AddRange(outcome.Findings.AsSpan()[..kept]);
                omitted += outcome.Findings.Length - kept;
                progress.Report(outcome.Position, totals.Resources);
            }

            progress.Finish(input.Length);
            reported.Add(new ReportedInput(input.Path, input.Kind, totals.Resources - before));
        }

        progress.End();
        if (omitted > 0) problems.Add(DiagnosticCatalog.FindingsOmitted(new SourceLocation("scan"), omitted));
        return new ScanReport(ToolVersion.Text, shard, reported.ToImmutable(), plan.PolicyCount, totals, findings.ToImmutable(), [], omitted, []);
    }

    private ScanPlan? Plan(ImmutableDictionary<string, PolicyValue> values)
    {
        var aliases = new AliasSources(request.Folder).Find(request.Aliases, out var unknown);
        problems.AddRange(unknown.Where(problem => problem.IsError));
        var read = new PolicyFiles(request.Folder).Read(request.Policies, request.Assignment);
        problems.AddRange(read.Problems);
        return aliases is null || problems.Any(problem => problem.IsError) ? null : ScanPlan.Make(read.Chosen, read.Others, values, new ScanAliases(aliases.Table, aliases.Unknown));
    }

    private ImmutableDictionary<string, PolicyValue> Values()
    {
        var values = ImmutableDictionary.Create<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in request.Parameters)
        {
            var source = LooseFile.Read(request.Folder, file, out var unreadable);
            if (unreadable is not null) problems.Add(unreadable);
            if (source is null) continue;
            var parsed = ParameterFile.Read(source);
            problems.AddRange(parsed.Diagnostics.Where(problem => problem.IsError));
            values = values.SetItems(parsed.Value ?? []);
        }

        return values;
    }

    private ScanShard? ShardOf()
    {
        if (request.Shard is null) return null;
        var shard = ScanShard.Parse(request.Shard);
        if (shard is null) problems.Add(DiagnosticCatalog.ScanOptionInvalid(new SourceLocation("--shard"), $"'{request.Shard}' is no share such as 2/8"));
        return shard;
    }

    // Without a word about it, a template is taken to be deployed into the scope of the assignment.
    private TemplateTarget TargetOf(ScanPlan plan)
    {
        var scope = plan.Assignments.Select(assignment => assignment.Assignment.Scope.Split('/')).FirstOrDefault(segments => segments is ["", "subscriptions", ..]) ?? [];
        return new TemplateTarget(
            request.Subscription ?? (scope.Length > 2 ? scope[2] : TemplateTarget.Assumed.Subscription),
            request.ResourceGroup ?? (scope.Length > 4 ? scope[4] : TemplateTarget.Assumed.ResourceGroup),
            request.Location);
    }

    private IEnumerable<Diagnostic> UnknownParameters(ImmutableDictionary<string, PolicyValue> values, ScanPlan plan, InputFiles files)
    {
        var known = plan.ParameterNames.Concat(files.ParameterNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return values.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)
            .Select(name => DiagnosticCatalog.ScanParameterUnknown(new SourceLocation(request.Parameters[0]), name, NearestName.Find(name, known)));
    }
}
