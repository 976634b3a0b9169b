using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Store;

/// <summary>A policy as an assignment applies it, and the stored documents it comes from. One object stands in all records of the policy.</summary>
internal sealed class AssignedMember
{
    private static readonly ConditionalWeakTable<AssignedPolicy, AssignedMember> Known = [];

    private AssignedMember(AssignedPolicy policy, StoredResource assignment, StoredResource? definition, StoredResource? set)
    {
        Policy = policy;
        Assignment = assignment;
        Definition = definition;
        Set = set;
        DefinitionId = definition?.Id.Text ?? policy.DefinitionId;
        Fields = new MemberFields(this);
    }

    /// <summary>The policy.</summary>
    public AssignedPolicy Policy { get; }

    /// <summary>The assignment.</summary>
    public StoredResource Assignment { get; }

    /// <summary>The definition; null when it cannot be found.</summary>
    public StoredResource? Definition { get; }

    /// <summary>The initiative, or null for a definition that is assigned directly.</summary>
    public StoredResource? Set { get; }

    /// <summary>The id of the definition, as it is stored.</summary>
    public string DefinitionId { get; }

    /// <summary>The name of the definition.</summary>
    public string DefinitionName => DefinitionId[(DefinitionId.LastIndexOf('/') + 1)..];

    /// <summary>The member of the initiative; empty without one.</summary>
    public string ReferenceId => Policy.ReferenceId ?? string.Empty;

    /// <summary>The groups (controls) of the member; empty without an initiative.</summary>
    public ImmutableArray<string> GroupNames => Policy.GroupNames;

    /// <summary>What a record says of the policy.</summary>
    public MemberFields Fields { get; }

    /// <summary>The member of a policy; null when its assignment is not stored.</summary>
    /// <param name="objects">The policy objects, as <see cref="ArmState.PolicyObjects"/> has them.</param>
    public static AssignedMember? Of(ResourceIndex objects, AssignedPolicy policy)
    {
        if (Known.TryGetValue(policy, out var known)) return known;
        if (Find(objects, policy.Assignment.Id) is not { } assignment) return null;
        var set = policy.SetDefinition is null ? null : Find(objects, policy.Assignment.PolicyDefinitionId);
        return Known.GetValue(policy, _ => new AssignedMember(policy, assignment, Find(objects, policy.DefinitionId), set));
    }

    private static StoredResource? Find(ResourceIndex objects, string id) => ResourceId.TryParse(id) is { } parsed ? objects.Find(parsed) : null;
}
