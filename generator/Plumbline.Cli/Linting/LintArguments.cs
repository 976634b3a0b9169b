using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Lint.Findings;

namespace Plumbline.Cli.Linting;

/// <summary>The arguments and options of <c>plumbline lint</c>.</summary>
internal sealed class LintArguments
{
    private static readonly ImmutableArray<string> Formats = ["text", "json", "sarif", "github", "azure-pipelines"];

    private static readonly ImmutableArray<string> Levels = ["off", .. SeverityNames.All.Take(3)];

    private readonly Argument<string[]> paths = new("PATH") { Description = "Policy definitions and initiatives, and folders of them (*.json, *.jsonc); the checkout's own when none is named", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> format = new("--format") { Description = "text, json, sarif, github or azure-pipelines", DefaultValueFactory = _ => "text" };
    private readonly Option<string[]> outputs = new("--output", "-o") { Description = "Write a format to a file as well, such as sarif=lint.sarif; may be given several times", HelpName = "format=file" };
    private readonly Option<string[]> rules = new("--rule") { Description = "Apply this rule only; may be given several times", HelpName = "id" };
    private readonly Option<string[]> excluded = new("--exclude") { Description = "Do not apply this rule; may be given several times", HelpName = "id" };
    private readonly Option<string> ruleSet = new("--rule-set") { Description = "default, or all: with the rules that have to be asked for", DefaultValueFactory = _ => "default" };
    private readonly Option<string[]> severities = new("--severity") { Description = "Give a rule another severity, or off, such as missing-version=error; may be given several times", HelpName = "id=level" };
    private readonly Option<string?> failOn = new("--fail-on") { Description = "The least severity that makes the command fail: error, warning or informational; warning by default", HelpName = "level" };
    private readonly Option<bool> fix = new("--fix") { Description = "Fix what can be fixed without a decision, in the files; then report the rest" };
    private readonly Option<string?> previous = new("--previous") { Description = "A folder with the documents as they were published, to find versions that were not raised", HelpName = "folder" };
    private readonly Option<string?> apiVersion = new("--api-version") { Description = "The api-version in which requests will come, for field-alias-unavailable-in-api-version", HelpName = "version" };
    private readonly Option<string?> aliases = new("--aliases") { Description = "default, or a file that 'aliases pull' wrote", HelpName = "catalogue" };
    private readonly Option<bool> list = new("--list-rules") { Description = "Print the rules: identifier, severity, whether in the default set, title" };
    private readonly Option<bool> batch = new("--batch") { Description = "Read {\"id\",\"text\"} lines from standard input, write {\"id\",\"findings\"} lines to standard output" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong([.. Formats]);
        ruleSet.AcceptOnlyFromAmong("default", "all");
        failOn.AcceptOnlyFromAmong([.. Levels.Skip(1)]);
        command.Arguments.Add(paths);
        foreach (var option in (Option[])[format, outputs, rules, excluded, ruleSet, severities, failOn, fix, previous, apiVersion, aliases, list, batch]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var unknown in (result.GetValue(paths) ?? []).Where(path => path.StartsWith('-'))) result.AddError($"Unrecognized option '{unknown}'.");
            foreach (var output in (result.GetValue(outputs) ?? []).Where(output => !IsPair(output, Formats.Contains, _ => true)))
                result.AddError($"'{output}' is not an output: write a format and a file, such as sarif=lint.sarif. Formats are {string.Join(", ", Formats)}.");
            foreach (var severity in (result.GetValue(severities) ?? []).Where(severity => !IsPair(severity, _ => true, Levels.Contains)))
                result.AddError($"'{severity}' is not a severity of a rule: write its identifier and a level, such as missing-version=error. Levels are {string.Join(", ", Levels)}.");
        });
    }

    /// <summary>What a command line asks for.</summary>
    public LintSettings Read(ParseResult parse) => new([.. parse.GetValue(paths) ?? []], parse.GetValue(format) ?? "text", [.. (parse.GetValue(outputs) ?? []).Select(Pair)])
    {
        Rules = [.. parse.GetValue(rules) ?? []],
        Excluded = [.. parse.GetValue(excluded) ?? []],
        Severities = [.. (parse.GetValue(severities) ?? []).Select(Pair)],
        IsEveryRule = parse.GetValue(ruleSet) == "all",
        FailOn = parse.GetValue(failOn),
        Aliases = parse.GetValue(aliases),
        ApiVersion = parse.GetValue(apiVersion),
        Previous = parse.GetValue(previous),
        IsFix = parse.GetValue(fix),
        IsList = parse.GetValue(list),
        IsBatch = parse.GetValue(batch),
    };

    private static bool IsPair(string text, Func<string, bool> isFirst, Func<string, bool> isSecond) =>
        text.Contains('=') && Pair(text) is { Item1.Length: > 0, Item2.Length: > 0 } pair && isFirst(pair.Item1) && isSecond(pair.Item2);

    private static (string, string) Pair(string text)
    {
        var at = text.IndexOf('=');
        return (text[..at], text[(at + 1)..]);
    }
}
