using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Writing;

/// <summary>Writes assignments as trees: the root says what is assigned under which name, and has a child for each environment that does.</summary>
internal sealed class EpacAssignments(MemberLookup lookup, EpacEffects effects, ImmutableArray<Diagnostic>.Builder problems)
{
    private readonly EpacBranch branches = new(effects, problems);

    /// <summary>The files of all assignments.</summary>
    public IEnumerable<ExchangeFile> Write(ImmutableArray<DeploymentEnvironment> environments)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var same = environments
            .SelectMany(environment => environment.Assignments.Select(assignment => (environment, assignment)))
            .GroupBy(one => (one.assignment.Name, one.assignment.Kind, one.assignment.Target, one.assignment.DisplayName, one.assignment.Description, one.assignment.DefinitionVersion));
        foreach (var group in same)
        {
            var declared = group.ToImmutableArray();
            var path = FileName.Free(taken, "policyAssignments", group.Key.Name, ".jsonc");
            yield return new(path, JsonText.Of(Tree(declared[0].assignment, declared)));
            foreach (var (environment, assignment) in declared)
            {
                if (effects.Table(environment, assignment) is { } table) yield return new($"policyAssignments/{EpacEffects.TableName(environment, assignment)}", table);
            }
        }
    }

    private ObjectValue Tree(AssignmentDeclaration first, ImmutableArray<(DeploymentEnvironment Environment, AssignmentDeclaration Assignment)> declared)
    {
        Check(first);
        var root = JsonText.Object(
            ("$schema", new TextValue(EpacFormat.Schema("policy-assignment"))),
            ("nodeName", new TextValue($"/{first.Name}/")),
            ("assignment", JsonText.Object(("name", new TextValue(first.Name)), ("displayName", new TextValue(Title(first))), ("description", JsonText.Text(first.Description)))),
            ("definitionEntry", Entry(first)));
        ImmutableArray<ObjectValue> children = [.. declared.Select(one => branches.Write(one.Environment, one.Assignment))];
        return children is [var only]
            ? new([.. root.Properties, .. only.Properties.Where(property => property.Key != "nodeName")])
            : JsonText.With(root, "children", new ArrayValue([.. children]));
    }

    private void Check(AssignmentDeclaration assignment)
    {
        if (EpacFormat.Refusal(assignment.Name) is { } reason) problems.Add(DiagnosticCatalog.ExportRefused(assignment.At, $"the assignment '{assignment.Name}'", reason, "rename it"));
        if (assignment.Name.Length > EpacFormat.MaximumAssignmentName)
            problems.Add(DiagnosticCatalog.ExportRefused(assignment.At, $"the assignment '{assignment.Name}'", "names of assignments have at most 24 characters there, at every scope", "shorten its name"));
    }

    private string Title(AssignmentDeclaration assignment)
    {
        var target = assignment.Kind == ArmObjectKind.PolicySetDefinition ? lookup.Initiative(assignment.Target) : lookup.Definition(assignment.Target);
        return assignment.DisplayName ?? (target?.Properties["displayName"] is TextValue title ? title.Value : assignment.Name);
    }

    private static ObjectValue Entry(AssignmentDeclaration assignment)
    {
        var isId = assignment.Target.StartsWith('/');
        var key = (assignment.Kind, isId) switch
        {
            (ArmObjectKind.PolicySetDefinition, true) => "policySetId",
            (ArmObjectKind.PolicySetDefinition, false) => "policySetName",
            (_, true) => "policyId",
            _ => "policyName",
        };
        return JsonText.Object((key, new TextValue(assignment.Target)), ("definitionVersion", JsonText.Text(assignment.DefinitionVersion)));
    }
}
