using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Makes the truth tables of definitions. The same definition gives the same table.</summary>
/// <param name="aliases">Where field names are looked up.</param>
/// <param name="schemas">Where the properties of resource types are looked up.</param>
public sealed class EdgeTableMaker(AliasTable aliases, ResourceSchemas schemas)
{
    private const int MaximumTypes = 3;

    private readonly PolicyEvaluator evaluator = new(aliases);

    /// <summary>The table of a definition. Without sections when the rule names no resource type, or no valid resource that it applies to was found.</summary>
    public EdgeTable Make(PolicyDefinition definition)
    {
        var parameters = EdgeParameters.For(definition);
        var subjects = TypesIn(definition.If, isNegated: false).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaximumTypes).Select(type => SubjectOf(definition, parameters, type));
        return new EdgeTable(definition, parameters, [.. subjects.SelectMany(SectionsOf)]);
    }

    private static IEnumerable<EdgeSection> SectionsOf(EdgeSubject subject)
    {
        var compliant = BaseSearch.Find(subject, status => status == EvaluationStatus.Compliant);
        var violating = BaseSearch.Find(subject, status => status is not (EvaluationStatus.Compliant or EvaluationStatus.NotApplicable or EvaluationStatus.Error));
        if (compliant is not null) yield return Section(subject, compliant, violating);
        if (violating is not null) yield return Section(subject, violating, compliant);
    }

    private static EdgeSection Section(EdgeSubject subject, EdgeBase start, EdgeBase? other) =>
        new(subject.Type, start, subject.Evaluate(start).Status, new EdgeVariations(subject, start, other).Rows());

    private EdgeSubject SubjectOf(PolicyDefinition definition, ImmutableDictionary<string, PolicyValue> parameters, string type)
    {
        var details = definition.Then.TypedDetails as ExistenceDetails;
        var related = details?.Type is TextValue name && schemas.TryFind(name.Value, out var found) ? found : null;
        var own = new PropertyReadings(type, isRelated: false, aliases, schemas, parameters).Of(definition.If);
        var others = related is null || details?.ExistenceCondition is not { } condition ? [] : new PropertyReadings(related.Type, isRelated: true, aliases, schemas, parameters).Of(condition);
        return new EdgeSubject(definition, parameters, type, schemas.TryFind(type, out var schema) ? schema.Root : null, related, [.. own, .. others], evaluator);
    }

    private static IEnumerable<string> TypesIn(Condition condition, bool isNegated) => condition switch
    {
        AllOfCondition node => node.Operands.SelectMany(operand => TypesIn(operand, isNegated)),
        AnyOfCondition node => node.Operands.SelectMany(operand => TypesIn(operand, isNegated)),
        NotCondition node => TypesIn(node.Operand, !isNegated),
        LeafCondition { Subject: FieldSubject { Field: var field }, Operand.Literal: var literal } leaf when string.Equals(field, "type", StringComparison.OrdinalIgnoreCase) => TypesIn(leaf.Operator, literal, isNegated),
        _ => [],
    };

    private static IEnumerable<string> TypesIn(Operator used, PolicyValue operand, bool isNegated) => (isNegated ? OperatorComplements.Exact(used) : used, operand) switch
    {
        (Operator.Equals, TextValue type) => [type.Value],
        (Operator.In, ArrayValue types) => types.Items.OfType<TextValue>().Select(type => type.Value),
        _ => [],
    };
}
