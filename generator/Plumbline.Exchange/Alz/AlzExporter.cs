using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Alz;

/// <summary>
/// Exports to the layout of the Azure Landing Zones library: one file an object, archetypes that name them, and the placeholder scope in place of management groups.
/// The assignments are those of a plan over an empty endpoint, so they say what applying would write.
/// </summary>
public static class AlzExporter
{
    private const string Title = "an Azure Landing Zones library";
    private const string Placeholder = "/providers/Microsoft.Management/managementGroups/placeholder";

    /// <summary>The files, and what they cannot say.</summary>
    /// <param name="environment">The environment; the archetype has its name.</param>
    /// <param name="documents">The committed documents.</param>
    /// <param name="plan">The plan of the environment over an endpoint that has nothing.</param>
    public static ExportResult Export(DeploymentEnvironment environment, PolicyDocuments documents, DeploymentPlan plan)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var assignments = Assignments(plan, problems);
        ImmutableArray<PolicyDocument> definitions = Deployed(documents.Definitions, plan, ArmObjectKind.PolicyDefinition);
        ImmutableArray<PolicyDocument> initiatives = Deployed(documents.Initiatives, plan, ArmObjectKind.PolicySetDefinition);
        foreach (var exemption in environment.Exemptions) problems.Add(DiagnosticCatalog.NotExpressible(exemption.At, $"the exemption '{exemption.Name}'", Title));
        foreach (var assignment in environment.Assignments.Where(assignment => !assignment.AdditionalRoles.IsEmpty))
            problems.Add(DiagnosticCatalog.NotExpressible(assignment.At, $"the additional roles of '{assignment.Name}'", Title, "the tools that read the library grant the roles of the definitions"));
        var archetype = JsonText.Object(
            ("name", new TextValue(environment.Name)),
            ("policy_assignments", Names(assignments.Select(one => one.Name))),
            ("policy_definitions", Names(definitions.Select(one => one.Name))),
            ("policy_set_definitions", Names(initiatives.Select(one => one.Name))),
            ("role_definitions", new ArrayValue([])));
        ImmutableArray<ExchangeFile> files =
        [
            .. definitions.Select(one => File("policy_definitions", one.Name, "alz_policy_definition", Document(ArmObjectKind.PolicyDefinition, one))),
            .. initiatives.Select(one => File("policy_set_definitions", one.Name, "alz_policy_set_definition", Document(ArmObjectKind.PolicySetDefinition, one))),
            .. assignments.Select(one => File("policy_assignments", one.Name, "alz_policy_assignment", one.Body)),
            File("archetype_definitions", environment.Name, "alz_archetype_definition", archetype),
        ];
        return ExportResult.Of(files, problems.ToImmutable());
    }

    private static ArrayValue Names(IEnumerable<string> names) => new([.. names.Order(StringComparer.Ordinal).Select(name => new TextValue(name))]);

    private static ExchangeFile File(string folder, string name, string kind, ObjectValue body) => new($"{folder}/{FileName.Of(name)}.{kind}.json", JsonText.Of(body));

    private static ImmutableArray<PolicyDocument> Deployed(ImmutableArray<PolicyDocument> documents, DeploymentPlan plan, ArmObjectKind kind) =>
        [.. documents.Where(document => plan.Operations.Any(operation => operation.Kind == kind && operation.Id.EndsWith("/" + document.Name, StringComparison.OrdinalIgnoreCase)))];

    private static ObjectValue Document(ArmObjectKind kind, PolicyDocument document) => JsonText.Object(
        ("name", new TextValue(document.Name)),
        ("type", new TextValue($"Microsoft.Authorization/{kind.TypeName()}")),
        ("apiVersion", new TextValue(kind.ApiVersion())),
        ("properties", document.Properties));

    // The last operation on an assignment has it as it ends. A library has an assignment once; archetypes say where.
    private static ImmutableArray<(string Name, ObjectValue Body)> Assignments(DeploymentPlan plan, ImmutableArray<Diagnostic>.Builder problems)
    {
        var found = ImmutableArray.CreateBuilder<(string Name, ObjectValue Body)>();
        var last = plan.Operations.Where(operation => operation.Kind == ArmObjectKind.PolicyAssignment).GroupBy(operation => operation.Id, StringComparer.OrdinalIgnoreCase).Select(same => same.Last());
        foreach (var same in last.GroupBy(operation => MemberLookup.NameOf(operation.Id), StringComparer.OrdinalIgnoreCase))
        {
            var operation = same.First();
            if (same.Skip(1).Any())
                problems.Add(DiagnosticCatalog.ExpressedDifferently(new SourceLocation(operation.Source ?? "plumbline.yaml"), $"the scopes of '{same.Key}'", "the library has the assignment once; give the archetype to each of the management groups"));
            if (operation.Body is { } body) found.Add((same.Key, Assignment(same.Key, body, plan.Environment.DefinitionScope)));
        }

        return found.ToImmutable();
    }

    private static ObjectValue Assignment(string name, ObjectValue body, string definitionScope)
    {
        var properties = body["properties"] as ObjectValue ?? new ObjectValue([]);
        var target = properties["policyDefinitionId"] is TextValue id && id.Value.StartsWith(definitionScope, StringComparison.OrdinalIgnoreCase)
            ? new TextValue(Placeholder + id.Value[definitionScope.TrimEnd('/').Length..])
            : properties["policyDefinitionId"];
        return JsonText.Object(
            ("type", new TextValue("Microsoft.Authorization/policyAssignments")),
            ("apiVersion", new TextValue(ArmObjectKind.PolicyAssignment.ApiVersion())),
            ("name", new TextValue(name)),
            ("location", body["location"] is UndefinedValue ? UndefinedValue.Instance : new TextValue("${default_location}")),
            ("identity", body["identity"] is UndefinedValue ? JsonText.Object(("type", new TextValue("None"))) : body["identity"]),
            ("properties", JsonText.With(JsonText.With(properties, "policyDefinitionId", target), "scope", new TextValue(Placeholder))));
    }
}
