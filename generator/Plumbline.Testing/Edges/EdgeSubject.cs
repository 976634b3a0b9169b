using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>A definition with one resource type that it is about, ready to be evaluated.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Parameters">Values for all its parameters.</param>
/// <param name="Type">The resource type.</param>
/// <param name="Schema">The root of its schema, or null.</param>
/// <param name="Related">The schema of the related type of an IfNotExists effect, or null.</param>
/// <param name="Readings">The properties it reads.</param>
/// <param name="Evaluator">Evaluates it.</param>
internal sealed record EdgeSubject(
    PolicyDefinition Definition,
    ImmutableDictionary<string, PolicyValue> Parameters,
    string Type,
    SchemaNode? Schema,
    ResourceSchema? Related,
    ImmutableArray<PropertyReading> Readings,
    PolicyEvaluator Evaluator)
{
    private static readonly EvaluationContext Context = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), ApiVersion: null, PolicyValueReader.Object(), PolicyValueReader.Object());

    /// <summary>The smallest valid resources.</summary>
    public EdgeBase Smallest() => new(ResourceSketch.Resource(Type, Schema), Related is null ? null : Named(ResourceSketch.Resource(Related.Type, Related.Root)));

    /// <summary>The verdict on a resource.</summary>
    public EvaluationResult Evaluate(EdgeBase candidate)
    {
        ImmutableArray<ResourceDocument> related = candidate.Related is null ? [] : [ResourceDocument.Of(candidate.Related)];
        return Evaluator.Evaluate(Definition, new EvaluationInput(candidate.Resource, Parameters, Context, new RelatedResourceList(related)));
    }

    /// <summary>The resource, or its related one, with another value of a property.</summary>
    public EdgeBase With(EdgeBase candidate, PropertyReading reading, ImmutableArray<string> steps, PolicyValue value)
    {
        if (!reading.IsRelated) return candidate with { Resource = (ObjectValue)SchemaEdit.Set(candidate.Resource, steps.AsSpan(), value, Schema) };
        return candidate.Related is null ? candidate : candidate with { Related = (ObjectValue)SchemaEdit.Set(candidate.Related, steps.AsSpan(), value, Related?.Root) };
    }

    // Without an id it belongs to whichever resource is looked at; the name is the one that the definition asks for.
    private ObjectValue Named(ObjectValue related)
    {
        var wanted = Definition.Then.TypedDetails is ExistenceDetails { Name: TextValue name } ? name : new TextValue("sample");
        return new([.. related.Properties.Where(property => property.Key != "id").Select(property => property.Key == "name" ? new(property.Key, wanted) : property)]);
    }
}
