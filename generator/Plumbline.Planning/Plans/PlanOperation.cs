using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Plans;

/// <summary>One write.</summary>
/// <param name="Op">Its key in the plan: phase, kind, scope and name; never a random id.</param>
/// <param name="Lane">Whose rights it needs.</param>
/// <param name="Phase">When it is done; see <see cref="PlanPhase"/>.</param>
/// <param name="Kind">What it writes.</param>
/// <param name="Id">The id of the object. A role assignment's ends in <c>{principal}</c> while the principal does not exist yet: see <see cref="RolePrincipal"/>.</param>
/// <param name="Action">What is done.</param>
/// <param name="Body">What is PUT; null for a delete.</param>
/// <param name="Source">The file the object comes from, with its line when known (<c>plumbline.yaml:12</c>); null for what is not declared any more.</param>
public sealed record PlanOperation(string Op, PlanLane Lane, int Phase, ArmObjectKind Kind, string Id, PlanAction Action, ObjectValue? Body, string? Source)
{
    /// <summary>What a reader calls it: the display name, or the role's name.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>What is different, in short: <c>rule</c>, <c>parameters.added:minTls</c>.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>What kind of change it is.</summary>
    public PlanClass Class { get; init; } = PlanClass.Behaviour;

    /// <summary>How closely it should be looked at.</summary>
    public PlanRisk Risk { get; init; } = PlanRisk.None;

    /// <summary>The operations that have to be done before, by their keys.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>What has to be there when it is done.</summary>
    public PlanPrecondition Precondition { get; init; } = PlanPrecondition.Absent;

    /// <summary>The different properties; empty for a create or delete.</summary>
    public ImmutableArray<PropertyDifference> Diff { get; init; } = [];

    /// <summary>What undoes it.</summary>
    public PlanInverse Inverse { get; init; } = PlanInverse.Delete;

    /// <summary>Whose role it is; null for all other kinds.</summary>
    public RolePrincipal? Principal { get; init; }

    /// <summary>With <see cref="PlanAction.Successor"/> the id of the object it follows; else null.</summary>
    public string? Supersedes { get; init; }
}
