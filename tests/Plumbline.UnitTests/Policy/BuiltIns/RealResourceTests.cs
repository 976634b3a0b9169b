using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>Every built-in definition for Microsoft.App on every real resource, without related resources.</summary>
public sealed class RealResourceTests
{
    private static readonly PolicyEvaluator Evaluator = new(AliasTable.Published);

    private static readonly string[] Apps = Of("microsoft.app/containerapps");

    private static readonly string[] Environments = Of("microsoft.app/managedenvironments");

    // Each definition, the resources it applies to, and those among them that violate it.
    public static TheoryData<string, string[], string[]> Verdicts() => new()
    {
        { "Container Apps/EnableHTTPS_Audit", Apps, [] },
        { "Container Apps/ContainerAppInternal_Audit", Apps, Apps },
        { "Container Apps/ContainerAppMountStorage_Audit", Apps, [.. Apps.Except(["containerapp-client-certificate.json", "containerapp-identities-dapr.json", "containerapp-source-to-cloud.json"])] },
        { "Container Apps/ManagedIdentity_Audit", Apps, [.. Apps.Except(["containerapp-client-certificate.json", "containerapp-identities-dapr.json"])] },
        { "Container Apps/EnableAuth_AINE", Apps, Apps },
        { "Container Apps/InjectVNet_Audit", Environments, ["environment-no-vnet.json"] },
        { "Container Apps/EnvironmentInternal_Audit", Environments, Environments },
        { "Resilience/App_managedEnvironments_ZoneRedundant_Audit", Environments, [] },
        { "Monitoring/DS_LA_app-managedenvironments_DINE", Environments, Environments },
        { "Monitoring/DS_EH_app-managedenvironments_DINE", InEastUs, InEastUs },
        { "Monitoring/DS_ST_app-managedenvironments_DINE", InEastUs, InEastUs },
    };

    private static string[] InEastUs => ["environment-custom-infrastructure-rg.json", "environment-disk-encryption-telemetry.json", "environment-identity-logs.json"];

    [Fact]
    public void Resources_are_forty_two() => Assert.Equal((42, 11, 7), (Files().Length, Apps.Length, Environments.Length));

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Built_in_finds_the_resources_that_violate_it(string definition, string[] applicable, string[] violating)
    {
        var policy = BuiltInCorpus.Of(definition + ".json").Definition;
        var parameters = ImmutableDictionary.CreateRange<string, PolicyValue>(policy.Parameters
            .Where(parameter => parameter.DefaultValue is null)
            .Select(parameter => KeyValuePair.Create<string, PolicyValue>(parameter.Name, new TextValue(parameter.Name == "resourceLocation" ? "eastus" : "/x"))));

        var verdicts = Files().ToDictionary(file => file, file => Evaluator.Evaluate(policy, Input(file, parameters)).Status);

        Assert.Equal(applicable, verdicts.Where(verdict => verdict.Value != EvaluationStatus.NotApplicable).Select(verdict => verdict.Key));
        Assert.Equal(violating, verdicts.Where(verdict => verdict.Value == EvaluationStatus.NonCompliant).Select(verdict => verdict.Key));
    }

    private static EvaluationInput Input(string file, ImmutableDictionary<string, PolicyValue> parameters) =>
        new((ObjectValue)PolicyValueReader.FromToken(BuiltInCase.Resource(file)), parameters, new EvaluationContext(DateTimeOffset.UnixEpoch), new NoResources());

    private static string[] Of(string type) =>
        [.. Files().Where(file => string.Equals((string?)BuiltInCase.Resource(file)["type"], type, StringComparison.OrdinalIgnoreCase))];

    private static string[] Files() =>
        [.. Directory.GetFiles(Path.Combine(BuiltInCorpus.Folder, "..", "resources", "microsoft.app"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private sealed class NoResources : IRelatedResources
    {
        public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) => [];
    }
}
