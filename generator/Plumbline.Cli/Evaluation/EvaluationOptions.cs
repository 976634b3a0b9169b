using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plumbline.Cli.Evaluation;

/// <summary>The options that name what is evaluated.</summary>
internal sealed class EvaluationOptions
{
    private readonly Option<string> definition = new("--definition", "-d") { Description = "The policy definition, a JSON file", HelpName = "file" };
    private readonly Option<string> resource = new("--resource", "-r") { Description = "The resource as ARM returns it, a JSON file", HelpName = "file" };
    private readonly Option<string> parameters = new("--parameters", "-p") { Description = "The values of parameters: {name: value} or {name: {\"value\": ...}}, a JSON file", HelpName = "file" };
    private readonly Option<string[]> related = new("--related") { Description = "Related resources for the IfNotExists effects: JSON files of a resource or an array of them", HelpName = "file", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> context = new("--context") { Description = "requestContext, subscription, resourceGroup, policy and utcNow, a JSON file", HelpName = "file" };
    private readonly Option<string> aliases = new("--aliases") { Description = "default, none (fields are paths from the root of the resource), or a file that 'aliases pull' wrote", HelpName = "catalogue" };
    private readonly Option<string> apiVersion = new("--api-version") { Description = "The api-version of the resource, for aliases whose path differs between versions", HelpName = "version" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isNeeded">Whether a definition and a resource have to be named.</param>
    public void AddTo(Command command, Func<CommandResult, bool> isNeeded)
    {
        foreach (var option in (Option[])[definition, resource, parameters, related, context, aliases, apiVersion]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (isNeeded(result) && (result.GetValue(definition) is null || result.GetValue(resource) is null)) result.AddError("Name a --definition and a --resource, or use --batch.");
        });
    }

    /// <summary>Reads the files.</summary>
    public EvaluationFiles Read(ParseResult parse, string folder, DateTimeOffset now) => EvaluationFiles.Read(
        folder,
        new EvaluationFileNames(
            parse.GetValue(definition),
            parse.GetValue(resource),
            parse.GetValue(parameters),
            [.. parse.GetValue(related) ?? []],
            parse.GetValue(context),
            parse.GetValue(aliases),
            parse.GetValue(apiVersion)),
        now);
}
