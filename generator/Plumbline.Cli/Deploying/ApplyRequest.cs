using System.Collections.Immutable;
using Plumbline.Planning.Plans;

namespace Plumbline.Cli.Deploying;

/// <summary>How a plan is to be applied.</summary>
/// <param name="Approval">What approves it without a question.</param>
/// <param name="Lanes">The lanes whose operations are written.</param>
/// <param name="Journal">The journal to go on with, or null for the last.</param>
internal sealed record ApplyRequest(PlanApproval.Options Approval, ImmutableArray<PlanLane> Lanes, string? Journal)
{
    /// <summary>Formats and files the result is written to.</summary>
    public ImmutableArray<(string Format, string Path)> Files { get; init; } = [];

    /// <summary>All lanes.</summary>
    public static ImmutableArray<PlanLane> AllLanes { get; } = [PlanLane.Policy, PlanLane.Rbac, PlanLane.Exemption];

    /// <summary>Everything, without a question.</summary>
    public static ApplyRequest Approved { get; } = new(new PlanApproval.Options(Yes: true, Confirm: null), AllLanes, null);
}
