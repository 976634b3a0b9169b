using System.CommandLine;

namespace Plumbline.Cli.Scanning;

/// <summary>The options of <c>plumbline scan</c>.</summary>
internal sealed class ScanOptions
{
    private readonly Argument<string[]> paths = new("path") { Description = "Bicep files, ARM templates, Terraform plans as JSON, inventories, or folders of them", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> policies = new("--policy") { Description = "A definition, an initiative, or a folder of them; without any, the initiative of the checkout. May be repeated", HelpName = "path" };
    private readonly Option<string> assignment = new("--assignment") { Description = "An exported assignment: its scope, parameters, selectors and overrides count", HelpName = "file" };
    private readonly Option<string[]> parameters = new("--parameters") { Description = "Values of parameters of the templates and of the policies, a JSON file. May be repeated", HelpName = "file" };
    private readonly Option<string> aliases = new("--aliases") { Description = "default, none (fields are paths from the root of the resource), or a file that 'aliases pull' wrote", HelpName = "catalogue" };
    private readonly Option<string> subscription = new("--subscription") { Description = "The subscription that templates are taken to be deployed to", HelpName = "id" };
    private readonly Option<string> resourceGroup = new("--resource-group") { Description = "The resource group that templates are taken to be deployed to", HelpName = "name" };
    private readonly Option<string> location = new("--location") { Description = "The region of the deployment; without it, what depends on it is unknown", HelpName = "region" };
    private readonly Option<bool> whatIf = new("--what-if") { Description = "Show what modify and append would change, and what deployIfNotExists would deploy" };
    private readonly Option<string> format = new("--format") { Description = "text, json, sarif, junit or markdown, on standard output", DefaultValueFactory = _ => "text" };
    private readonly Option<string[]> outputs = new("--output", "-o") { Description = "Write a format to a file as well: FORMAT=PATH. May be repeated", HelpName = "format=path" };
    private readonly Option<string> baseline = new("--baseline") { Description = "A file of known findings: they do not count until they expire", HelpName = "file" };
    private readonly Option<string> writeBaseline = new("--write-baseline") { Description = "Write the findings to a baseline, with --owner and --until", HelpName = "file" };
    private readonly Option<string> owner = new("--owner") { Description = "Who answers for the findings of --write-baseline", HelpName = "name" };
    private readonly Option<string> until = new("--until") { Description = "The last day on which the findings of --write-baseline do not count", HelpName = "yyyy-MM-dd" };
    private readonly Option<string> failOn = new("--fail-on") { Description = "violation, or unknown: verdicts that are not known fail the scan too", DefaultValueFactory = _ => "violation" };
    private readonly Option<string> shard = new("--shard") { Description = "Evaluate one share of the resources: 2/8 is the second of eight. Merge the JSON results with 'scan merge'", HelpName = "i/n" };
    private readonly Option<int> maximum = new("--max-findings") { Description = "How many findings are listed; all are counted", HelpName = "count", DefaultValueFactory = _ => 100_000 };

    /// <summary>Adds the options to the command.</summary>
    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong([.. ScanFormats.Names]);
        failOn.AcceptOnlyFromAmong("violation", "unknown");
        command.Arguments.Add(paths);
        foreach (var option in (Option[])[policies, assignment, parameters, aliases, subscription, resourceGroup, location, whatIf, format, outputs, baseline, writeBaseline, owner, until, failOn, shard, maximum]) command.Options.Add(option);
    }

    /// <summary>What is asked for.</summary>
    public ScanRequest Read(ParseResult parse, string folder) => new(
        folder,
        [.. parse.GetValue(paths) ?? []],
        [.. parse.GetValue(policies) ?? []],
        parse.GetValue(assignment),
        [.. parse.GetValue(parameters) ?? []],
        parse.GetValue(aliases),
        parse.GetValue(subscription),
        parse.GetValue(resourceGroup),
        parse.GetValue(location),
        parse.GetValue(shard),
        parse.GetValue(maximum),
        new BaselineRequest(parse.GetValue(baseline), parse.GetValue(writeBaseline), parse.GetValue(owner), parse.GetValue(until)),
        new OutputRequest(parse.GetValue(format) ?? "text", [.. parse.GetValue(outputs) ?? []], parse.GetValue(whatIf), parse.GetValue(failOn) == "unknown"));
}
