using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Exemptions;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Roles;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Makes all operations that bring a desired state about, with what each depends on.</summary>
internal sealed class OperationSet
{
    private readonly DesiredState desired;
    private readonly LiveState live;
    private readonly ObjectOperations objects;
    private readonly RoleOperations roles;
    private readonly ImmutableArray<PlanOperation>.Builder operations = ImmutableArray.CreateBuilder<PlanOperation>();
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<string, PlanOperation> byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> wanted = new(StringComparer.OrdinalIgnoreCase);

    private OperationSet(DesiredState desired, LiveState live, Ownership ownership)
    {
        (this.desired, this.live) = (desired, live);
        objects = new ObjectOperations(live, ownership);
        roles = new RoleOperations(desired, live);
    }

    /// <summary>The operations that create and change, the ids that stay, and what is wrong.</summary>
    public static (ImmutableArray<PlanOperation> Operations, ImmutableHashSet<string> Wanted, ImmutableArray<Diagnostic> Diagnostics) Make(DesiredState desired, LiveState live, Ownership ownership)
    {
        var set = new OperationSet(desired, live, ownership);
        set.AddDocuments();
        set.AddAssignments();
        return (set.operations.ToImmutable(), set.wanted.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase), set.diagnostics.ToImmutable());
    }

    private void AddDocuments()
    {
        foreach (var document in desired.Documents.All)
        {
            var members = PlaceholderScope.Members(document.Properties).Select(PlaceholderScope.DefinitionIdOf);
            var operation = Make(document, document.Kind == ArmObjectKind.PolicyDefinition ? PlanPhase.Definitions : PlanPhase.Initiatives, members, null);
            if (operation is null) continue;
            Add(operation);
            if (VersionCheck.Check(document, operation, live.Find(document.Id), desired.Environment.Guards.RequiresVersions) is { } problem) diagnostics.Add(problem);
        }
    }

    private void AddAssignments()
    {
        var (exemptions, problems) = new ExemptionExpansion(desired.Environment, live, desired.Assignments).Expand();
        diagnostics.AddRange(problems);
        var byAssignment = exemptions.ToLookup(exemption => exemption.Assignment.Object.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var assignment in desired.Assignments) AddAssignment(assignment, byAssignment[assignment.Object.Id]);
    }

    private void AddAssignment(DesiredAssignment assignment, IEnumerable<DesiredExemption> exemptions)
    {
        var target = assignment.Object.Properties["policyDefinitionId"] is TextValue id ? id.Value : "";
        var operation = Make(assignment.Object, PlanPhase.Assignments, assignment.Members.Select(member => member.DefinitionId).Prepend(target), desired.World.ParametersOf(target));
        var (needs, problems) = RoleNeeds.Of(assignment, desired.World);
        diagnostics.AddRange(problems);
        var (given, needed) = roles.For(assignment, needs, operation);
        wanted.UnionWith(needed);

        // A new assignment has to exist before there can be an exemption from it.
        var isNew = live.Find(assignment.Object.Id) is null;
        ImmutableArray<PlanOperation> exempt = [.. exemptions.Select(exemption => Make(exemption.Object, PlanPhase.Exemptions, [], null)).OfType<PlanOperation>()
            .Select(one => isNew && operation is not null ? one with { DependsOn = [operation.Op] } : one)];
        ImmutableArray<PlanOperation> before = [.. given, .. exempt];
        if (operation is not null) operations.AddRange(AssignmentStart.Split(operation, before));
        operations.AddRange(before);
    }

    private PlanOperation? Make(DesiredObject one, int phase, IEnumerable<string> uses, ObjectValue? defaults)
    {
        wanted.Add(one.Id);
        var (operation, problem) = objects.For(one, phase, defaults);
        if (problem is not null) diagnostics.Add(problem);
        return operation is null ? null : operation with { DependsOn = [.. uses.Select(id => byId.GetValueOrDefault(id)?.Op).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
    }

    private void Add(PlanOperation operation)
    {
        operations.Add(operation);
        byId[operation.Id] = operation;
    }
}
