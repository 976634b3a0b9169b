using System.CommandLine;
using Plumbline.Planning.Plans;

namespace Plumbline.Cli.Deploying;

/// <summary>The options of commands that apply a plan.</summary>
internal sealed class ApplyCommandOptions
{
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Apply without asking a plan that takes nothing away" };

    private readonly Option<string> confirm = new("--confirm") { Description = "Apply without asking the plan of this id (or its first 8 digits), whatever it does", HelpName = "plan id" };

    private readonly Option<string[]> lane = new("--lane")
    {
        Description = "Write only what needs these rights: policy, rbac or exemption. May be repeated; all when left out",
        HelpName = "lane",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> journal = new("--journal") { Description = "The journal of the run to go on with, instead of the last one", HelpName = "file" };

    private readonly Option<string[]> outputs = FormatTargets.OutputOption();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        lane.AcceptOnlyFromAmong("policy", "rbac", "exemption");
        command.Add(yes);
        command.Add(confirm);
        command.Add(lane);
        command.Add(journal);
        command.Add(outputs);
        command.Validators.Add(result =>
        {
            foreach (var problem in FormatTargets.Read(null, result.GetValue(outputs), ApplyReport.Formats).Problems) result.AddError(problem.Message);
        });
    }

    /// <summary>What was asked for.</summary>
    public ApplyRequest Read(ParseResult parse) => new(
        new PlanApproval.Options(parse.GetValue(yes), parse.GetValue(confirm)),
        parse.GetValue(lane) is { Length: > 0 } lanes ? [.. lanes.Select(LaneOf).Distinct()] : ApplyRequest.AllLanes,
        parse.GetValue(journal))
    {
        Files = FormatTargets.Read(null, parse.GetValue(outputs), ApplyReport.Formats).Targets.Files,
    };

    private static PlanLane LaneOf(string word) => word switch
    {
        "rbac" => PlanLane.Rbac,
        "exemption" => PlanLane.Exemption,
        _ => PlanLane.Policy,
    };
}
