using System.Collections.Immutable;
using Plumbline.Generation;
using Plumbline.Generation.Reading;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Catalog;

/// <summary>What the generated initiative finds in the sample estate.</summary>
public sealed class EstateTests
{
    // Evaluated on the subscription, or off by default: nothing in the estate can violate these.
    private static readonly string[] NotViolated =
        ["attestServicePrincipals", "defenderForContainers", "environmentDiagnosticsArchive", "environmentDiagnosticsStream"];

    [Fact]
    public void Initiative_on_the_estate_finds_what_is_planted()
    {
        var found = Evaluate(Estate.Read()).Select(resource => Estate.Line(resource.File, Ids(resource.States, EvaluationStatus.NonCompliant)));

        Assert.Equal(Estate.ReadExpected(), found);
    }

    [Fact]
    public void Initiative_on_the_estate_never_fails() =>
        Assert.All(Evaluate(Estate.Read()), resource => Assert.Empty(Ids(resource.States, EvaluationStatus.Error)));

    [Theory]
    [InlineData(EvaluationStatus.Compliant)]
    [InlineData(EvaluationStatus.NonCompliant)]
    public void Policy_of_the_initiative_has_a_resource_of_either_state(EvaluationStatus status)
    {
        var states = Evaluate(Estate.Read()).SelectMany(resource => resource.States).ToArray();

        var without = states.Select(state => state.ReferenceId).Distinct()
            .Except(states.Where(state => state.Status == status).Select(state => state.ReferenceId))
            .Order(StringComparer.Ordinal);

        Assert.Equal(NotViolated, without);
    }

    private static IEnumerable<string> Ids(IEnumerable<(string ReferenceId, EvaluationStatus Status)> states, EvaluationStatus status) =>
        states.Where(state => state.Status == status).Select(state => state.ReferenceId).Order(StringComparer.Ordinal);

    private static List<(string File, ImmutableArray<(string ReferenceId, EvaluationStatus Status)> States)> Evaluate(Estate estate)
    {
        var (set, members) = Initiative();
        var evaluator = new PolicyEvaluator(AliasTable.Published);
        var bound = members.ToDictionary(member => member.Reference, member => Bound(member.Definition, member.Reference, set, estate));
        return [.. estate.Resources.Select(resource => (resource.Key, members
            .Select(member => (member.Reference.ReferenceId, evaluator.Evaluate(
                member.Definition, new EvaluationInput(resource.Value, bound[member.Reference], new EvaluationContext(Now), estate)).Status))
            .ToImmutableArray()))];
    }

    // Between the expiry dates of the estate's certificates.
    private static DateTimeOffset Now { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static ImmutableDictionary<string, PolicyValue> Bound(
        PolicyDefinition definition, PolicyDefinitionReference reference, PolicySetDefinition set, Estate estate)
    {
        var binding = ParameterBinder.Bind(definition, reference, set, estate.AssignmentParameters);
        Assert.Empty(binding.Diagnostics);
        return binding.Values;
    }

    private static (PolicySetDefinition Set, ImmutableArray<(PolicyDefinitionReference Reference, PolicyDefinition Definition)> Members) Initiative()
    {
        var builtIns = RepositoryFiles.ReadAll("generator/catalog/builtins", "*.json").ToImmutableArray();
        var (catalog, findings) = CatalogReader.Read(RepositoryFiles.Read("generator/catalog/azure-container-apps.yaml"));
        Assert.DoesNotContain(findings, finding => finding.IsError);
        Assert.NotNull(catalog);
        var files = CatalogGenerator.Generate(catalog, builtIns).Tree.Files;
        var definitions = files.Where(file => file.Key.StartsWith("definitions/", StringComparison.Ordinal))
            .Select(file => new SourceText(file.Key, file.Value))
            .Concat(builtIns)
            .Select(PolicyParser.ParseDefinition)
            .Select(parsed => parsed.Value)
            .OfType<PolicyDefinition>()
            .ToDictionary(definition => definition.Name, StringComparer.Ordinal);
        var (path, text) = files.Single(file => file.Key.StartsWith("initiative/", StringComparison.Ordinal));
        var set = PolicyParser.ParseSetDefinition(new(path, text)).Value;
        Assert.NotNull(set);
        return (set, [.. set.References.Select(reference => (reference, definitions[reference.PolicyDefinitionId.Split('/')[^1]]))]);
    }
}
