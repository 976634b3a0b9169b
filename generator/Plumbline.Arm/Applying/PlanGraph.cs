using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>What has to be done before what: the plan's own dependencies, and those that follow from what an operation is.</summary>
internal sealed class PlanGraph
{
    /// <summary>The node that stands between everything that adds and everything that deletes.</summary>
    public const string Gate = "(before deletes)";

    private readonly ImmutableArray<PlanOperation> operations;
    private readonly ImmutableDictionary<string, PlanOperation> byOp;
    private readonly ILookup<string, PlanOperation> byId;

    /// <summary>The graph of all operations of a plan.</summary>
    public PlanGraph(DeploymentPlan plan)
    {
        operations = plan.Operations;
        byOp = operations.DistinctBy(operation => operation.Op).ToImmutableDictionary(operation => operation.Op, StringComparer.Ordinal);
        byId = operations.ToLookup(operation => ObjectKey(operation, operation.Id), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether an operation belongs to the last phase.</summary>
    public static bool IsDelete(PlanOperation operation) => operation.Phase >= PlanPhase.Deletes;

    /// <summary>What tells the objects of operations apart: their ids; of a role assignment whose principal is not known yet, and whose id is therefore none, the operation.</summary>
    public static string ObjectKey(PlanOperation operation, string id) => id.EndsWith('}') ? operation.Op : id;

    /// <summary>The operations that have to be done before one, by their keys; the gate counts as one.</summary>
    public ImmutableArray<string> RequirementsOf(PlanOperation operation)
    {
        var required = operation.DependsOn.Where(byOp.ContainsKey)
            .Concat(byId[ObjectKey(operation, operation.Id)].TakeWhile(other => other.Op != operation.Op).Select(other => other.Op));
        if (operation.Principal is { } role && operation.Body is not null)
            required = required.Concat(byId[role.AssignmentId].Where(other => !IsDelete(other)).Take(1).Select(other => other.Op));
        if (IsDelete(operation)) required = required.Append(Gate);
        return [.. required.Where(op => op != operation.Op).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The nodes of some operations, with the gate before the deletes among them.</summary>
    /// <param name="chosen">What is to be done, in the plan's order.</param>
    public ImmutableArray<GraphNode> NodesOf(ImmutableArray<PlanOperation> chosen)
    {
        var additions = chosen.Where(operation => !IsDelete(operation)).ToImmutableArray();
        var opening = additions.FirstOrDefault(operation => operation.Principal is null && !additions.Any(other => RequirementsOf(operation).Contains(other.Op)))?.Op;
        var nodes = ImmutableArray.CreateBuilder<GraphNode>();

        // INVARIANT: the first write is alone. Of two runs at once, the one that comes second to it finds the object changed and has written nothing.
        nodes.AddRange(additions.Select(operation => new GraphNode(operation.Op, RequirementsOf(operation), opening is null || opening == operation.Op ? [] : [opening])));
        var deletes = chosen.Where(IsDelete).ToImmutableArray();
        if (deletes.IsEmpty) return nodes.ToImmutable();
        nodes.Add(new(Gate, [.. operations.Where(operation => !IsDelete(operation)).Select(operation => operation.Op)], []));
        nodes.AddRange(deletes.Select(operation => new GraphNode(operation.Op, RequirementsOf(operation), [.. deletes.Where(other => Rank(other) < Rank(operation)).Select(other => other.Op)])));
        return nodes.ToImmutable();
    }

    /// <summary>The order of deletes: a role goes while its principal exists, and each kind after what refers to it.</summary>
    public static int Rank(PlanOperation operation) => operation.Kind switch
    {
        ArmObjectKind.PolicyExemption => 0,
        ArmObjectKind.RoleAssignment => 1,
        ArmObjectKind.PolicyAssignment => 2,
        ArmObjectKind.PolicySetDefinition => 3,
        _ => 4,
    };
}
