using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Definitions;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Initiatives;

/// <summary>Generates the initiative of a catalog. One instance makes one initiative.</summary>
internal sealed class InitiativeGenerator
{
    // What Azure shows in its regulatory compliance views is recognised by exactly this category.
    private const string Category = "Regulatory Compliance";
    private const string BuiltInScope = "/providers/Microsoft.Authorization/policyDefinitions/";

    // The convention of the Azure landing zones library: deployment puts the real scope in its place.
    private const string CustomScope = "/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policyDefinitions/";

    private readonly ServiceCatalog catalog;
    private readonly BuiltInTable builtIns;
    private readonly InitiativeParameters parameters = new();
    private readonly List<Diagnostic> problems = [];

    private InitiativeGenerator(ServiceCatalog catalog, BuiltInTable builtIns) => (this.catalog, this.builtIns) = (catalog, builtIns);

    /// <summary>The document and the problems found on the way.</summary>
    public static (JObject Document, ImmutableArray<Diagnostic> Problems) Generate(ServiceCatalog catalog, BuiltInTable builtIns)
    {
        var generator = new InitiativeGenerator(catalog, builtIns);
        var document = generator.Document();
        return (document, [.. generator.problems, .. generator.parameters.Problems]);
    }

    private JObject Document()
    {
        var initiative = catalog.Initiative;
        foreach (var shared in initiative.Parameters) parameters.Declare(ParameterJson.Of(shared), shared.Source.Location);
        var members = CatalogMember.AllOf(catalog).ToList();
        var references = new JArray(members.SelectMany(References));
        return new JObject(
            new JProperty("name", initiative.Name),
            new JProperty("type", "Microsoft.Authorization/policySetDefinitions"),
            new JProperty("properties", new JObject(
                new JProperty("displayName", initiative.DisplayName),
                new JProperty("policyType", "Custom"),
                new JProperty("description", initiative.Description),
                new JProperty("metadata", new JObject(
                    new JProperty("version", initiative.Version),
                    new JProperty("category", Category),
                    new JProperty("benchmark", $"{catalog.Benchmark.Name} {catalog.Benchmark.Version}"))),
                new JProperty("parameters", parameters.Json),
                new JProperty("policyDefinitions", references),
                new JProperty("policyDefinitionGroups", InitiativeGroups.Of(catalog, members.Where(IsAssigned).SelectMany(Controls))))));
    }

    private IEnumerable<JObject> References(CatalogMember member)
    {
        if (member.Feature.Outcome is AttestationOutcome attestation) yield return Attestation(attestation, member);
        foreach (var policy in member.Feature.Outcome.AllPolicies)
        {
            var reference = policy switch
            {
                BuiltInPolicy builtIn => BuiltIn(builtIn, member),
                CustomPolicy { Header.IsDerived: false } custom => Custom(custom, member),
                _ => null,
            };
            if (reference is not null) yield return reference;
        }
    }

    private JObject? BuiltIn(BuiltInPolicy policy, CatalogMember member)
    {
        if (builtIns.Find(policy.DefinitionName) is not { } definition)
        {
            problems.Add(DiagnosticCatalog.UnknownBuiltIn(policy.Source.LocationOf("builtin"), policy.DefinitionName, NearestName.Find(policy.DefinitionName, builtIns.Names)));
            return null;
        }

        problems.AddRange(BuiltInReference.Check(policy, definition));
        return Reference(policy.ReferenceId, BuiltInScope + definition.Name, policy.Version, BuiltInReference.Parameters(policy, definition), member);
    }

    private JObject Custom(CustomPolicy policy, CatalogMember member) =>
        Reference(policy.ReferenceId, CustomScope + policy.Header.Name, version: null, CustomReference.Parameters(policy), member);

    private JObject Attestation(AttestationOutcome attestation, CatalogMember member) =>
        Reference(ReferenceIds.Of(attestation.Name), CustomScope + attestation.Name, version: null, CustomReference.Parameters(attestation), member);

    private JObject Reference(string id, string definitionId, string? version, ImmutableArray<LiftedParameter> lifted, CatalogMember member)
    {
        var reference = new JObject(new JProperty("policyDefinitionReferenceId", id), new JProperty("policyDefinitionId", definitionId));
        if (version is not null) reference.Add("definitionVersion", version);
        reference.Add("parameters", new JObject(lifted.Select(parameter => new JProperty(parameter.Name, new JObject(new JProperty("value", parameters.Lift(parameter)))))));
        reference.Add("groupNames", new JArray(Controls(member).Select(control => InitiativeGroups.Name(catalog.Benchmark, control))));
        return reference;
    }

    private static IEnumerable<string> Controls(CatalogMember member) => member.Feature.Groups.Prepend(member.ControlId).Distinct(StringComparer.Ordinal);

    private static bool IsAssigned(CatalogMember member) =>
        member.Feature.Outcome is AttestationOutcome || member.Feature.Outcome.AllPolicies.Any(policy => policy is not CustomPolicy { Header.IsDerived: true });
}
