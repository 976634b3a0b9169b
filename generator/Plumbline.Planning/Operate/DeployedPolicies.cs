using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>What is deployed for an environment, typed: its assignments with the policies they apply.</summary>
public sealed class DeployedPolicies
{
    private readonly DeployedDocuments documents;
    private readonly ImmutableDictionary<string, ArmObject> definitions;
    private readonly ImmutableArray<Diagnostic>.Builder unreadable = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Reads the documents; what cannot be read is left out, with a remark.</summary>
    public DeployedPolicies(DeploymentEnvironment environment, DeployedDocuments documents)
    {
        (Environment, this.documents) = (environment, documents);
        definitions = documents.Definitions.GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        Library = new PolicyLibrary(
            [.. Parsed(ArmObjectKind.PolicyDefinition, PolicyParser.ParseDefinition)],
            [.. Parsed(ArmObjectKind.PolicySetDefinition, PolicyParser.ParseSetDefinition)]);
        Assignments = [.. Owned(environment, documents.Assignments).Select(Typed).OfType<DeployedAssignment>()];
    }

    /// <summary>The environment.</summary>
    public DeploymentEnvironment Environment { get; }

    /// <summary>Its assignments, in ordinal order of their ids.</summary>
    public ImmutableArray<DeployedAssignment> Assignments { get; }

    /// <summary>The definitions and initiatives.</summary>
    public IPolicyDefinitions Library { get; }

    /// <summary>The documents of the definitions and initiatives, one for each id.</summary>
    public IEnumerable<ArmObject> Definitions => definitions.Values.OrderBy(one => one.Id, StringComparer.Ordinal);

    /// <summary>A remark for each assignment that is declared and not deployed, and for each document that cannot be read.</summary>
    public ImmutableArray<Diagnostic> Remarks =>
    [
        .. unreadable,
        .. from declaration in Environment.Assignments
           from scope in declaration.Scopes
           where !Assignments.Any(one => string.Equals(one.DeclaredName, declaration.Name, StringComparison.OrdinalIgnoreCase) && IsSame(one.Scope, scope))
           select DiagnosticCatalog.AssignmentNotDeployed(declaration.At, declaration.Name, scope),
    ];

    /// <summary>Everything around the assignments that decides what they mean for a resource.</summary>
    public PolicyEstate Estate() => new(
        Library,
        Read(documents.Exemptions, AssignmentDocuments.ParseExemption),
        Read(documents.Enrollments, AssignmentDocuments.ParseEnrollment),
        Read(documents.Attestations, AssignmentDocuments.ParseAttestation),
        new ManagementGroupTree(documents.Parents.DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The assignments of an environment among others: those with its mark, and those that have a declared name at a declared scope.</summary>
    public static IEnumerable<ArmObject> Owned(DeploymentEnvironment environment, IEnumerable<ArmObject> assignments)
    {
        var declared = environment.Assignments.SelectMany(one => one.Scopes.Select(scope => ArmObjectKind.PolicyAssignment.IdAt(scope, one.Name))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return assignments
            .Where(one => one.Kind == ArmObjectKind.PolicyAssignment && (declared.Contains(one.Id) || OwnershipMark.IsOf(environment, one)))
            .DistinctBy(one => one.Id, StringComparer.OrdinalIgnoreCase)
            .OrderBy(one => one.Id, StringComparer.OrdinalIgnoreCase);
    }

    private DeployedAssignment? Typed(ArmObject assignment)
    {
        if (Accepted(assignment.Id, AssignmentDocuments.ParseAssignment(Source(assignment.Id, assignment.Document))) is not { } policy) return null;
        var groups = Library.SetDefinitions(policy.PolicyDefinitionId) is [var set, ..]
            ? set.References.GroupBy(one => one.ReferenceId, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First().GroupNames, StringComparer.OrdinalIgnoreCase)
            : [];
        var members = AssignedEffects.Of(policy, Library)
            .Select(effect => new DeployedMember(effect, NameOf(effect.DefinitionId), effect.ReferenceId is { } reference && groups.TryGetValue(reference, out var found) ? found : []));
        return new(assignment, policy, OwnershipMark.NameOf(assignment) ?? assignment.Name, [.. members]);
    }

    private string NameOf(string definitionId) => definitions.GetValueOrDefault(definitionId) is { } definition
        ? OwnershipMark.NameOf(definition) ?? definition.Name
        : definitionId[(definitionId.LastIndexOf('/') + 1)..];

    private IEnumerable<KeyValuePair<string, T>> Parsed<T>(ArmObjectKind kind, Func<SourceText, ParseResult<T>> parse)
        where T : class =>
        from one in documents.Definitions
        where one.Kind == kind
        let parsed = Accepted(one.Id, parse(Source(one.Id, one.Document)))
        where parsed is not null
        select KeyValuePair.Create(one.Id, parsed);

    private T? Accepted<T>(string id, ParseResult<T> parsed)
        where T : class
    {
        if (parsed.Value is null) unreadable.Add(DiagnosticCatalog.DefinitionNotRead(Environment.At, id, parsed.Diagnostics.FirstOrDefault(one => one.IsError)?.Message ?? "it has another form"));
        return parsed.Value;
    }

    private static ImmutableArray<T> Read<T>(ImmutableArray<ObjectValue> items, Func<SourceText, ParseResult<T>> parse)
        where T : class => [.. items.Select(item => parse(Source(item["id"] is TextValue id ? id.Value : "", item)).Value).OfType<T>()];

    private static SourceText Source(string id, ObjectValue document) => new(id, PolicyValueWriter.ToCompactJson(document));

    private static bool IsSame(string left, string right) => string.Equals(left.TrimEnd('/'), right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
