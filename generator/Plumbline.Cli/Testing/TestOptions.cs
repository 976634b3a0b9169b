using System.Collections.Immutable;
using System.CommandLine;

namespace Plumbline.Cli.Testing;

/// <summary>The options of <c>plumbline test</c>.</summary>
internal sealed class TestOptions
{
    private static readonly ImmutableArray<string> Formats = ["text", "json", "junit"];

    private static readonly ImmutableArray<string> OutputFormats = [.. Formats, "coverage-json", "coverage-html"];

    private readonly Argument<string[]> paths = new("PATH") { Description = "Test files (*.tests.yaml) and folders of them; all tests of the checkout when none is named", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> filter = new("--filter") { Description = "Run the tests whose name, file or policy has this text in it; * is a wildcard", HelpName = "text" };
    private readonly Option<string> format = new("--format") { Description = "text, json or junit", DefaultValueFactory = _ => "text" };
    private readonly Option<string[]> outputs = new("--output", "-o") { Description = "Write a format to a file as well, such as junit=tests.xml; may be given several times", HelpName = "format=file" };
    private readonly Option<string> aliases = new("--aliases") { Description = "default, none (fields are paths from the root of the resource), or a file that 'aliases pull' wrote", HelpName = "catalogue" };
    private readonly Option<bool> coverage = new("--coverage") { Description = "Tell which conditions, effects and values the tests cover" };
    private readonly Option<string> coverageHtml = new("--coverage-html") { Description = "Write the coverage as a page, each rule with its hits", HelpName = "file" };
    private readonly Option<decimal?> minimumCoverage = new("--min-coverage") { Description = "Fail when a policy is covered less than this", HelpName = "percent" };
    private readonly Option<bool> mutate = new("--mutate") { Description = "Change the rules in small ways and tell which changes no test notices" };
    private readonly Option<decimal?> minimumMutation = new("--min-mutation") { Description = "Fail when the tests of a policy notice less of its changes than this", HelpName = "percent" };
    private readonly Option<bool> update = new("--update") { Description = "Rewrite the expected reasons that differ in the test files; everything else stays as it is" };
    private readonly Option<bool> watch = new("--watch") { Description = "Run again when a file changes, until Ctrl+C" };
    private readonly Option<bool> schema = new("--schema") { Description = "Print the JSON schema of test files, for editors" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong([.. Formats]);
        command.Arguments.Add(paths);
        foreach (var option in (Option[])[filter, format, outputs, coverage, coverageHtml, minimumCoverage, mutate, minimumMutation, update, watch, aliases, schema]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var unknown in (result.GetValue(paths) ?? []).Where(path => path.StartsWith('-'))) result.AddError($"Unrecognized option '{unknown}'.");
            foreach (var output in result.GetValue(outputs) ?? [])
            {
                if (!OutputFormats.Any(known => output.StartsWith(known + "=", StringComparison.Ordinal) && output.Length > known.Length + 1))
                    result.AddError($"'{output}' is not an output: write a format and a file, such as junit=tests.xml. Formats are {string.Join(", ", OutputFormats)}.");
            }
        });
    }

    /// <summary>What a command line asks for.</summary>
    public TestSettings Read(ParseResult parse) => new(
        [.. parse.GetValue(paths) ?? []],
        parse.GetValue(filter),
        parse.GetValue(format) ?? "text",
        [.. (parse.GetValue(outputs) ?? []).Select(Output), .. parse.GetValue(coverageHtml) is { } page ? [("coverage-html", page)] : Array.Empty<(string, string)>()],
        parse.GetValue(aliases))
    {
        IsCoverage = parse.GetValue(coverage),
        MinimumCoverage = parse.GetValue(minimumCoverage),
        IsMutation = parse.GetValue(mutate),
        MinimumMutation = parse.GetValue(minimumMutation),
        IsUpdate = parse.GetValue(update),
        IsWatch = parse.GetValue(watch),
        IsSchema = parse.GetValue(schema),
    };

    private static (string Format, string Path) Output(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return (text[..at], text[(at + 1)..]);
    }
}
