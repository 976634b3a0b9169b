using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Policies;

/// <summary>An assignment ready for a scan. Which policies apply in which form may differ from resource to resource; each such form is compiled once.</summary>
public sealed class ScanAssignment
{
    private readonly PreparedAssignment prepared;
    private readonly PolicyShelf shelf;
    private readonly ScanAliases aliases;
    private readonly bool reachesAll;
    private readonly ScanVariant? only;
    private readonly ConcurrentDictionary<Members, ScanVariant> variants = new();

    /// <param name="assignment">The assignment. A management group as its scope is taken to hold every resource: nothing tells what lies under it.</param>
    /// <param name="shelf">What it refers to.</param>
    /// <param name="aliases">Where field names are looked up.</param>
    /// <param name="exemptions">What is exempt; each is used where it fits. One at a management group is taken to exempt every resource.</param>
    public ScanAssignment(PolicyAssignment assignment, PolicyShelf shelf, ScanAliases aliases, ImmutableArray<PolicyExemption> exemptions = default)
    {
        this.shelf = shelf;
        this.aliases = aliases;
        var wide = assignment.Scope.Length == 0 || IsManagementGroup(assignment.Scope);
        ImmutableArray<PolicyExemption> exempt = exemptions.IsDefault ? [] : [.. exemptions.Select(exemption => IsManagementGroup(exemption.Scope) ? exemption with { Scope = "/" } : exemption)];
        var used = wide ? assignment with { Scope = "/" } : assignment;
        prepared = new AssignmentEvaluator((_, _) => new EvaluationResult(EvaluationStatus.NotApplicable, "", [])).Prepare(used, new PolicyEstate(shelf, exempt, [], [], ManagementGroupTree.Empty));
        reachesAll = used.Scope == "/" && used.NotScopes.IsEmpty && used.ResourceSelectors.IsEmpty;
        var depends = used.Overrides.Any(item => item.Selectors.Any(selector => selector.Kind != SelectorKind.PolicyDefinitionReferenceId));
        Initial = VariantOf(EvaluatedResourceOf(default));
        only = depends ? null : Initial;
    }

    /// <summary>The assignment.</summary>
    public PolicyAssignment Assignment => prepared.Assignment;

    /// <summary>The policies on a resource that no override chooses by its type or place.</summary>
    public ScanVariant Initial { get; }

    /// <summary>The policies as they apply to a resource; null when the assignment does not reach it.</summary>
    public ScanVariant? For(ResourceHeader header)
    {
        if (reachesAll && only is not null) return only;
        var resource = EvaluatedResourceOf(header);
        return prepared.Unreached(resource) is not null ? null : only ?? VariantOf(resource);
    }

    /// <summary>What a verdict of the engine means for a resource that the assignment reaches, with exemptions and the enforcement mode.</summary>
    /// <param name="policy">One of the policies of the resource's variant.</param>
    /// <param name="header">The resource.</param>
    /// <param name="result">The verdict.</param>
    /// <param name="utcNow">The time by which exemptions end.</param>
    public AssignmentRecord Record(AssignedPolicy policy, ResourceHeader header, EvaluationResult result, DateTimeOffset utcNow) => prepared.Record(policy, EvaluatedResourceOf(header, utcNow), result);

    private static bool IsManagementGroup(string scope) => scope.StartsWith("/providers/Microsoft.Management/", StringComparison.OrdinalIgnoreCase);

    private static EvaluatedResource EvaluatedResourceOf(ResourceHeader header, DateTimeOffset utcNow = default)
    {
        ImmutableArray<KeyValuePair<string, PolicyValue>> known = [Property("id", header.Id ?? ""), Property("type", header.Type ?? "")];
        if (header.Location is { Length: > 0 } location) known = known.Add(Property("location", location));
        return new(new ObjectValue(known), new EvaluationContext(utcNow), RelatedResourceList.Empty);
    }

    private static KeyValuePair<string, PolicyValue> Property(string name, string value) => new(name, new TextValue(value));

    private ScanVariant VariantOf(EvaluatedResource resource)
    {
        var policies = prepared.Evaluate(resource).Select(record => record.Policy).ToImmutableArray();
        return variants.GetOrAdd(new Members(policies), members => new ScanVariant(
            [.. members.Policies.Select(policy => new ScannedPolicy(policy, policy.Definition is { } definition ? ScopesOf(definition) : ScopeReads.None))], aliases));
    }

    // An override of the effect makes another definition out of the one on the shelf.
    private ScopeReads ScopesOf(PolicyDefinition definition) =>
        (shelf.DocumentOf(definition) ?? shelf.Definitions(definition.Name).Select(shelf.DocumentOf).FirstOrDefault())?.Scopes ?? ScopeReads.None;

    /// <summary>The policies of an assignment, compared by identity: each form of each is made once.</summary>
    private sealed record Members(ImmutableArray<AssignedPolicy> Policies)
    {
        public bool Equals(Members? other) =>
            other is not null && Policies.Length == other.Policies.Length && Policies.Zip(other.Policies).All(pair => IsSame(pair.First, pair.Second));

        public override int GetHashCode() => Policies.Aggregate(0, (hash, policy) => HashCode.Combine(hash, policy.Definition is { } definition ? RuntimeHelpers.GetHashCode(definition) : 0));

        // What cannot be found is made anew each time.
        private static bool IsSame(AssignedPolicy left, AssignedPolicy right) =>
            ReferenceEquals(left, right) || (left.Definition is null && right.Definition is null && left.DefinitionId == right.DefinitionId && left.ReferenceId == right.ReferenceId);
    }
}

/// <summary>Where field names are looked up.</summary>
/// <param name="Table">The catalogue.</param>
/// <param name="Unknown">What to do with a name that it does not have.</param>
public sealed record ScanAliases(AliasTable Table, UnknownAliasHandling Unknown);
