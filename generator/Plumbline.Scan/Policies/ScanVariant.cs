using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Policies;

/// <summary>The policies of an assignment in one form, compiled together. Those that cannot be evaluated are left out and reported.</summary>
public sealed class ScanVariant
{
    internal ScanVariant(ImmutableArray<ScannedPolicy> all, ScanAliases aliases)
    {
        Policies = [.. all.Where(policy => policy.Assigned.Definition is not null && !policy.Assigned.Diagnostics.Any(item => item.IsError))];
        Program = PolicyProgram.Compile(Policies.Select(Bound), aliases.Table, aliases.Unknown);
        Diagnostics = [.. all.SelectMany(ProblemsOf).Concat(Policies.SelectMany(NotEvaluable)).Distinct()];
        FindingPolicies = [.. Policies.Select(Named)];
        UsesContext = Policies.Any(policy => policy.Scopes.UsesContext);
    }

    /// <summary>The policies that are evaluated; verdicts name them by their place.</summary>
    public ImmutableArray<ScannedPolicy> Policies { get; }

    /// <summary>The same as reports name them.</summary>
    public ImmutableArray<FindingPolicy> FindingPolicies { get; }

    /// <summary>What is wrong with policies, those left out among them.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The types of related resources that the policies look for; null when an expression makes one of them.</summary>
    public ImmutableArray<string>? RelatedTypes
    {
        get
        {
            var types = Policies.Select(policy => policy.Assigned.Definition?.Then.TypedDetails).OfType<ExistenceDetails>().Select(details => (details.Type as TextValue)?.Value ?? "[").ToList();
            return types.Exists(type => type.StartsWith('[')) ? null : [.. types.Distinct(StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>Whether a policy reads the subscription or the resource group.</summary>
    internal bool UsesContext { get; }

    internal PolicyProgram Program { get; }

    private static IEnumerable<Diagnostic> ProblemsOf(ScannedPolicy policy) => policy.Assigned is { Definition: null, Reference: { } reference }
        ? [DiagnosticCatalog.ScanDefinitionMissing(reference.Location ?? new SourceLocation(policy.SetName), reference.ReferenceId, reference.PolicyDefinitionId)]
        : policy.Assigned.Diagnostics;

    private static FindingPolicy Named(ScannedPolicy policy) =>
        new(policy.Assigned.DefinitionId, policy.DisplayName, policy.Description, policy.SetName, policy.ReferenceId, policy.Groups, policy.Severity, policy.Advice);

    private static BoundDefinition Bound(ScannedPolicy policy) => new(
        policy.Assigned.Definition ?? throw new ArgumentException("The policy has no definition.", nameof(policy)), policy.Assigned.Parameters)
    {
        Policy = policy.Scopes.UsesContext ? PolicyObject(policy) : null,
    };

    private static ObjectValue PolicyObject(ScannedPolicy policy) => PolicyValueReader.Object(
        ("assignmentId", new TextValue(policy.Assigned.Assignment.Id)),
        ("definitionId", new TextValue(policy.Assigned.DefinitionId)),
        ("setDefinitionId", new TextValue(policy.Assigned.SetDefinition is null ? "" : policy.Assigned.Assignment.PolicyDefinitionId)),
        ("definitionReferenceId", new TextValue(policy.ReferenceId)));

    private IEnumerable<Diagnostic> NotEvaluable(ScannedPolicy policy, int index) => Program.Problems(index)
        .Select(problem => DiagnosticCatalog.DefinitionNotEvaluable(problem.Location ?? policy.Location ?? new SourceLocation(policy.Name), problem.Message));
}
