using System.Collections.Immutable;
using CsCheck;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>Random inputs for a definition: resource, related resources and bound parameters, in a fixed context.</summary>
internal static class RandomInput
{
    private const ulong Seed = 20260429;

    private static readonly EvaluationContext Context = new(
        new DateTimeOffset(2025, 6, 30, 12, 0, 0, TimeSpan.Zero),
        "2024-01-01",
        Object("""{"id": "/subscriptions/00000000-0000-0000-0000-000000000001", "subscriptionId": "00000000-0000-0000-0000-000000000001", "tenantId": "00000000-0000-0000-0000-000000000002", "displayName": "Test", "tags": {}}"""),
        Object("""{"id": "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg", "name": "rg", "location": "westeurope", "tags": {"environment": "production"}}"""),
        Object("""{"assignmentId": "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/policyAssignments/a", "definitionReferenceId": "r"}"""));

    /// <summary>The first <paramref name="count"/> inputs for a definition; the same ones each time.</summary>
    public static IEnumerable<EvaluationInput> For(PolicyDefinition definition, int count)
    {
        var inputs = Gen.Select(RandomResource.For(definition), RandomResource.RelatedTo(definition), ParameterSamples.For(definition));
        var random = new PCG(1, Seed + (ulong)definition.Name.Sum(letter => letter));
        for (var done = 0; done < count; done++)
        {
            var (resource, related, values) = inputs.Generate(random, null, out _);
            yield return new EvaluationInput(resource, Bound(definition, values), Context, new RandomRelated(related));
        }
    }

    private static ImmutableDictionary<string, PolicyValue> Bound(PolicyDefinition definition, ImmutableDictionary<string, PolicyValue> values)
    {
        var binding = ParameterBinder.Bind(definition, values, new SourceLocation("random"));
        Assert.Empty(binding.Diagnostics);
        return binding.Values;
    }

    private static ObjectValue Object(string json) => (ObjectValue)PolicyValueReader.FromToken(Newtonsoft.Json.Linq.JToken.Parse(json));

    /// <summary>Answers with the same resources whatever is asked for, as ones of the type that is.</summary>
    private sealed class RandomRelated(ImmutableArray<ObjectValue> resources) : IRelatedResources
    {
        public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) => resources.Select(resource => ResourceDocument.Of(
            new ObjectValue([.. resource.Properties.Select(property => property.Key == "type" ? KeyValuePair.Create<string, PolicyValue>("type", new TextValue(query.Type)) : property)])));
    }
}
