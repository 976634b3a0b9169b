using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Planning.Operate;

namespace Plumbline.Cli.Operating;

/// <summary>The options of <c>plumbline remediate</c>.</summary>
internal sealed class RemediateOptions
{
    private readonly Option<string[]> policies = Many("--policy", "name", "A policy, by the name or id of its definition. May be repeated");
    private readonly Option<string[]> controls = Many("--control", "id", "All policies of a control that change resources. May be repeated");
    private readonly Option<string[]> references = Many("--reference", "id", "A member of an initiative. May be repeated");
    private readonly Option<string[]> assignments = Many("--assignment", "name", "Only in this assignment. May be repeated");
    private readonly Option<string[]> locations = Many("--location", "region", "Only resources of this region. May be repeated");
    private readonly Option<string[]> resources = Many("--resource", "id", "Only this resource; more than 100 make several remediations. May be repeated");
    private readonly Option<string> discovery = new("--discovery") { Description = "Which resources do not comply: as last evaluated, or evaluated again first", DefaultValueFactory = _ => "existingNonCompliant" };
    private readonly Option<int?> count = new("--count") { Description = "The most resources of one remediation; 50000, Azure's limit, when left out", HelpName = "number" };
    private readonly Option<int?> parallel = new("--parallel") { Description = "The most deployments at a time, 1 to 30; 10 when left out", HelpName = "number" };
    private readonly Option<decimal?> threshold = new("--failure-threshold") { Description = "The share of failed deployments, 0 to 1, above which a remediation ends", HelpName = "share" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Start the remediations and do not wait for them" };
    private readonly Option<bool> wait = new("--wait") { Description = "Wait until the remediations have ended (what is done without either)" };
    private readonly Option<string> timeout = DurationText.Option("2h", "How long to wait at most");
    private readonly Option<bool> cancel = new("--cancel") { Description = "Cancel the remediations of the chosen policies that run and were started with this command" };
    private readonly Option<bool> ignoreRoles = new("--ignore-roles") { Description = "Start although the identity does not have the roles that the policies name" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show what would be started" };
    private readonly Option<string> format = new("--format") { Description = "text or json, on standard output", DefaultValueFactory = _ => "text" };

    /// <summary>Adds the options to the command.</summary>
    public void AddTo(Command command)
    {
        discovery.AcceptOnlyFromAmong("existingNonCompliant", "reEvaluateCompliance");
        format.AcceptOnlyFromAmong("text", "json");
        Within(count, 1, RemediationChoices.MaximumResources);
        Within(parallel, 1, RemediationChoices.MaximumParallel);
        threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<decimal?>() is < 0 or > 1) result.AddError("--failure-threshold takes a share from 0 to 1.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(wait) && result.GetValue(noWait)) result.AddError("--wait and --no-wait exclude each other.");
        });
        foreach (var option in (Option[])[policies, controls, references, assignments, locations, resources, discovery, count, parallel, threshold, wait, noWait, timeout, cancel, ignoreRoles, dryRun, format])
            command.Options.Add(option);
    }

    /// <summary>What was asked for.</summary>
    public RemediateRequest Read(ParseResult parse) => new(
        new RemediationChoices(new PolicyChoice(All(parse, policies), All(parse, controls), All(parse, references), All(parse, assignments)))
        {
            Locations = All(parse, locations),
            ResourceIds = [.. All(parse, resources).Select(id => id.TrimEnd('/'))],
            ReEvaluates = parse.GetValue(discovery) == "reEvaluateCompliance",
            ResourceCount = parse.GetValue(count) ?? RemediationChoices.MaximumResources,
            Parallel = parse.GetValue(parallel),
            FailureThreshold = parse.GetValue(threshold),
        },
        !parse.GetValue(noWait),
        DurationText.Parse(parse.GetValue(timeout) ?? string.Empty) ?? TimeSpan.FromHours(2),
        parse.GetValue(cancel),
        parse.GetValue(ignoreRoles),
        parse.GetValue(dryRun),
        parse.GetValue(format) == "json");

    private static Option<string[]> Many(string name, string help, string description) => new(name) { Description = description, HelpName = help };

    private static ImmutableArray<string> All(ParseResult parse, Option<string[]> option) => [.. parse.GetValue(option) ?? []];

    private static void Within(Option<int?> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() is { } number && (number < least || number > most))
            result.AddError(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option.Name} takes a number from {least} to {most}."));
    });
}
