using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Scan;

/// <summary>The policies of an assignment in one form, compiled together so that a resource is read once for all of them.</summary>
internal sealed class ScanVariant
{
    private ScanVariant(PreparedAssignment assignment, ImmutableArray<AssignedMember> members)
    {
        Assignment = assignment;
        Evaluated = [.. members.Where(member => member.Policy.Definition is not null)];
        Missing = [.. members.Where(member => member.Policy.Definition is null)];
        Program = PolicyProgram.Compile(Evaluated.Select(Bound), AliasTable.Published);
    }

    /// <summary>The assignment.</summary>
    public PreparedAssignment Assignment { get; }

    /// <summary>The policies that are evaluated; verdicts name them by their place.</summary>
    public ImmutableArray<AssignedMember> Evaluated { get; }

    /// <summary>The policies whose definition cannot be found: an error on every resource.</summary>
    public ImmutableArray<AssignedMember> Missing { get; }

    /// <summary>The program of <see cref="Evaluated"/>.</summary>
    public PolicyProgram Program { get; }

    /// <summary>The form that policies give.</summary>
    public static ScanVariant Of(ResourceIndex objects, PreparedAssignment assignment, ImmutableArray<AssignedPolicy> policies) =>
        new(assignment, [.. policies.Select(policy => AssignedMember.Of(objects, policy)).OfType<AssignedMember>()]);

    /// <summary>What <c>policy()</c> answers.</summary>
    public static ObjectValue ContextOf(AssignedMember member) => PolicyValueReader.Object(
        ("assignmentId", new TextValue(member.Policy.Assignment.Id)),
        ("definitionId", new TextValue(member.Policy.DefinitionId)),
        ("setDefinitionId", new TextValue(member.Policy.SetDefinition is null ? string.Empty : member.Policy.Assignment.PolicyDefinitionId)),
        ("definitionReferenceId", new TextValue(member.ReferenceId)));

    private static BoundDefinition Bound(AssignedMember member) => new(
        member.Policy.Definition ?? throw new ArgumentException("The policy has no definition.", nameof(member)), member.Policy.Parameters)
    {
        Policy = ContextOf(member),
    };
}

/// <summary>An assignment ready for a scan: each form its policies take, compiled when it is first met. Safe for use by several threads.</summary>
internal sealed class ScanAssignment(ResourceIndex objects, PreparedAssignment assignment)
{
    private readonly ConcurrentDictionary<Form, ScanVariant> variants = new();
    private volatile ScanVariant? only;

    /// <summary>The form for a resource; null when the assignment does not reach it.</summary>
    public ScanVariant? For(EvaluatedResource resource)
    {
        if (assignment.Unreached(resource) is not null) return null;
        if (only is { } known) return known;
        var variant = variants.GetOrAdd(new Form(assignment.Policies(resource)), form => ScanVariant.Of(objects, assignment, form.Policies));
        if (!assignment.DependsOnResource) only = variant;
        return variant;
    }

    /// <summary>Policies compared by identity; what cannot be found is made anew each time, and compared by name.</summary>
    private sealed record Form(ImmutableArray<AssignedPolicy> Policies)
    {
        public bool Equals(Form? other) => other is not null && Policies.Length == other.Policies.Length && Policies.Zip(other.Policies).All(pair => IsSame(pair.First, pair.Second));

        public override int GetHashCode() => Policies.Aggregate(0, (hash, policy) => HashCode.Combine(hash, policy.Definition is { } definition ? RuntimeHelpers.GetHashCode(definition) : 0));

        private static bool IsSame(AssignedPolicy left, AssignedPolicy right) =>
            ReferenceEquals(left, right) || (left.Definition is null && right.Definition is null && left.DefinitionId == right.DefinitionId && left.ReferenceId == right.ReferenceId);
    }
}
