using System.CommandLine;

namespace Plumbline.Cli.Deploying;

/// <summary>The options that say which resources the impact of a plan is computed over.</summary>
internal sealed class ImpactOptions
{
    private readonly Option<string[]> paths = new("--impact")
    {
        Description = "Say what the change would mean for these templates and inventories, as 'scan' takes them. May be repeated",
        HelpName = "path",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> graph = new("--impact-live") { Description = "Say what the change would mean for the resources of the environment, read from Azure Resource Graph" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(paths);
        command.Add(graph);
    }

    /// <summary>What was asked for.</summary>
    public ImpactRequest Read(ParseResult parse) => new([.. parse.GetValue(paths) ?? []], parse.GetValue(graph));
}
