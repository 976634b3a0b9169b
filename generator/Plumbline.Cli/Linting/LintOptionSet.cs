using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Lint.Framework;
using Plumbline.Lint.Rules;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Linting;

/// <summary>The options of <c>plumbline lint</c>.</summary>
internal sealed class LintOptionSet
{
    private static readonly ImmutableArray<string> Formats = ["text", "json", "sarif", "github", "azure-pipelines"];

    private readonly Argument<string[]> paths = new("PATH") { Description = "JSON files of definitions and initiatives, and folders of them; those of the checkout when none is named", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> format = new("--format") { Description = "text, json, sarif, github or azure-pipelines", DefaultValueFactory = _ => "text" };
    private readonly Option<string[]> outputs = new("--output", "-o") { Description = "Write a format to a file as well, such as sarif=lint.sarif; may be given several times", HelpName = "format=file" };
    private readonly Option<string[]> rule = new("--rule") { Description = "Apply this rule only; may be given several times", HelpName = "id" };
    private readonly Option<string[]> exclude = new("--exclude") { Description = "Leave out this rule; may be given several times", HelpName = "id" };
    private readonly Option<string[]> severity = new("--severity") { Description = "Change the severity of a rule: informational, warning, error or off; may be given several times", HelpName = "id=severity" };
    private readonly Option<string> failOn = new("--fail-on") { Description = "Exit with 1 from this severity on: informational, warning or error", DefaultValueFactory = _ => "warning" };
    private readonly Option<string> apiVersion = new("--api-version") { Description = "Report aliases that this api-version of their type does not have", HelpName = "version" };
    private readonly Option<string> previous = new("--previous") { Description = "A folder with the same files as they were before: what changed without a new version is reported", HelpName = "folder" };
    private readonly Option<bool> fix = new("--fix") { Description = "Write the fixes of what can be fixed mechanically into the files" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong([.. Formats]);
        failOn.AcceptOnlyFromAmong("informational", "warning", "error");
        command.Arguments.Add(paths);
        foreach (var option in (Option[])[format, outputs, rule, exclude, severity, failOn, apiVersion, previous, fix]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var unknown in (result.GetValue(paths) ?? []).Where(path => path.StartsWith('-'))) result.AddError($"Unrecognized option '{unknown}'.");
            foreach (var output in (result.GetValue(outputs) ?? []).Where(output => !IsOutput(output)))
                result.AddError($"'{output}' is not an output: write a format and a file, such as sarif=lint.sarif. Formats are {string.Join(", ", Formats)}.");
            foreach (var id in (result.GetValue(rule) ?? []).Concat(result.GetValue(exclude) ?? []).Concat((result.GetValue(severity) ?? []).Select(item => item.Split('=')[0])).Where(id => !IsRule(id)))
                result.AddError($"There is no rule '{id}'.{(NearestName.Find(id, RuleRegistry.All.Select(known => known.Id)) is { } nearest ? $" Did you mean '{nearest}'?" : "")}");
            foreach (var item in (result.GetValue(severity) ?? []).Where(item => !TrySeverity(item.Split('=', 2) is [_, var word] ? word : "", out _)))
                result.AddError($"'{item}' sets no severity: write a rule, = and informational, warning, error or off.");
        });
    }

    /// <summary>What a command line asks for.</summary>
    public LintSettings Read(ParseResult parse) => new(
        [.. parse.GetValue(paths) ?? []],
        parse.GetValue(format) ?? "text",
        [.. (parse.GetValue(outputs) ?? []).Select(output => output.Split('=', 2)).Select(parts => (parts[0], parts[1]))])
    {
        Only = [.. parse.GetValue(rule) ?? []],
        Without = [.. parse.GetValue(exclude) ?? []],
        Severities = [.. (parse.GetValue(severity) ?? []).Select(item => item.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], TrySeverity(parts[1], out var chosen) ? chosen : null))],
        FailOn = TrySeverity(parse.GetValue(failOn) ?? "", out var least) && least is { } lowest ? lowest : LintSeverity.Warning,
        ApiVersion = parse.GetValue(apiVersion),
        Previous = parse.GetValue(previous),
        IsFix = parse.GetValue(fix),
    };

    /// <summary>The severity that a word means; null for <c>off</c>.</summary>
    public static bool TrySeverity(string word, out LintSeverity? severity)
    {
        severity = word switch { "informational" => LintSeverity.Informational, "warning" => LintSeverity.Warning, "error" => LintSeverity.Error, _ => null };
        return severity is not null || word == "off";
    }

    private static bool IsOutput(string text) => text.Split('=', 2) is [var name, { Length: > 0 }] && Formats.Contains(name);

    private static bool IsRule(string id) => RuleRegistry.All.Any(known => string.Equals(known.Id, id, StringComparison.OrdinalIgnoreCase)) || SuppressionRules.Ids.Contains(id);
}
