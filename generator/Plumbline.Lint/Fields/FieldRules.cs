using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Fields;

/// <summary>The lint rules that judge fields by the alias table and the schemas of resource types.</summary>
/// <remarks>
/// What a request may lack (optional, read-only, conditional, older api-versions) is judged in <c>if</c> only: an existence condition reads what Azure has stored.
/// </remarks>
/// <param name="aliases">Where field names are looked up.</param>
/// <param name="schemas">Where properties are looked up.</param>
/// <param name="apiVersion">The api-version in which requests will come, or null.</param>
public sealed class FieldRules(AliasTable aliases, ResourceSchemas schemas, string? apiVersion = null)
{
    /// <summary>Everything found in a definition: by place, and at a place by rule.</summary>
    public ImmutableArray<FieldFinding> Check(PolicyDefinition definition)
    {
        var references = FieldReferences.Of(definition).ToList();
        return [.. MultipleTypes(definition), .. references.SelectMany(reference => OfReference(reference).Select(finding => finding with { Field = reference.Field })), .. Written(definition).SelectMany(change => OfChange(change, definition.Then.Location).Select(finding => finding with { Field = change.Field }))];
    }

    private IEnumerable<FieldFinding> MultipleTypes(PolicyDefinition definition)
    {
        var types = TypeReferences.Of(definition, aliases).ToList();
        if (types.Count > 1) yield return new(FieldRuleIds.MultipleTypes, $"the rule is about {types.Count} resource types, {string.Join(", ", types.Take(3))}{(types.Count > 3 ? ", ..." : "")}: conditions on one are evaluated on the others too", null, definition.If.Location);
    }

    private IEnumerable<FieldFinding> OfReference(FieldReference reference)
    {
        if (!reference.Field.Contains('/', StringComparison.Ordinal) || !aliases.TryFind(reference.Field, out var alias)) return [];
        var nested = FieldJudgement.DeeplyNested(alias) is { } message ? new[] { new FieldFinding(FieldRuleIds.DeeplyNested, message, null, reference.Location) } : [];
        return KnownField.Of(reference.Field, aliases, schemas) is { } field ? nested.Concat(Reading(field, reference)).Concat(Comparison(field, reference)) : nested;
    }

    private IEnumerable<FieldFinding> Reading(KnownField field, FieldReference reference)
    {
        (string Id, string? Message)[] always =
        [
            (FieldRuleIds.UnavailableInLatest, FieldJudgement.UnavailableInLatest(field)),
            (FieldRuleIds.UnavailableInVersion, apiVersion is null ? null : FieldJudgement.UnavailableIn(field, apiVersion)),
        ];
        (string Id, string? Message)[] requests =
        [
            (FieldRuleIds.UnavailableInOld, FieldJudgement.UnavailableInOld(field)),
            (FieldRuleIds.Conditional, FieldJudgement.Conditional(field)),
            (FieldRuleIds.ReadOnly, FieldJudgement.ReadOnly(field)),
            (FieldRuleIds.Optional, FieldJudgement.Optional(field)),
        ];
        return always.Concat(reference.IsInExistenceCondition ? [] : requests).Where(item => item.Message is not null).Select(item => new FieldFinding(item.Id, item.Message ?? "", null, reference.Location));
    }

    private static IEnumerable<FieldFinding> Comparison(KnownField field, FieldReference reference)
    {
        if (reference.Leaf is not { } leaf) yield break;
        if (ComparisonJudgement.NumericEquality(field, leaf) is { } equality) yield return new(FieldRuleIds.NumericEquality, equality, "compare with 'value' and an expression, or with 'in'", leaf.Location);
        if (ComparisonJudgement.Ordering(field, leaf) is { } order) yield return new(FieldRuleIds.Ordering, order, null, leaf.Location);
        if (ComparisonJudgement.WrongType(field, leaf) is { } type) yield return new(FieldRuleIds.WrongType, type, null, leaf.Location);
        foreach (var (message, nearest) in ComparisonJudgement.UnknownValues(field, leaf)) yield return new(FieldRuleIds.UnknownValue, message, Suggestion(nearest), leaf.Location);
    }

    private IEnumerable<FieldFinding> OfChange((string Field, PolicyValue? Value, bool IsModify) change, SourceLocation? location)
    {
        if (KnownField.Of(change.Field, aliases, schemas) is not { } field) yield break;
        if (FieldJudgement.NotModifiable(field, change.IsModify) is { } fixedValue) yield return new(FieldRuleIds.NotModifiable, fixedValue, null, location);
        if (ComparisonJudgement.UnknownValue(field, change.Value) is var (message, nearest)) yield return new(FieldRuleIds.UnknownValue, message, Suggestion(nearest), location);
    }

    private static IEnumerable<(string Field, PolicyValue? Value, bool IsModify)> Written(PolicyDefinition definition) => definition.Then.TypedDetails switch
    {
        ModifyDetails details => details.Operations.Select(operation => (operation.Field, operation.Value, true)),
        AppendDetails details => details.Fields.Select(field => (field.Field, (PolicyValue?)field.Value, false)),
        _ => [],
    };

    private static string? Suggestion(string? nearest) => nearest is null ? null : $"did you mean '{nearest}'?";
}
