using System.Collections.Immutable;
using Plumbline.Lint.Fields;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>A rule on fields that the alias table and the schemas decide; <see cref="FieldRules"/> judges for all of them.</summary>
public sealed class FieldRule : LintRule
{
    private FieldRule(string id, LintSeverity severity, string title)
        : base(id, severity, title)
    {
    }

    internal static ImmutableArray<FieldRule> All { get; } =
    [
        new(FieldRuleIds.Conditional, LintSeverity.Warning, "Alias of a property that exists in certain forms of the resource only"),
        new(FieldRuleIds.DeeplyNested, LintSeverity.Warning, "Alias of a property deep inside embedded resources"),
        new(FieldRuleIds.NumericEquality, LintSeverity.Informational, "Number compared as text"),
        new(FieldRuleIds.UnavailableInLatest, LintSeverity.Error, "Alias that the newest api-version does not have"),
        new(FieldRuleIds.UnavailableInOld, LintSeverity.Warning, "Alias that older api-versions do not have"),
        new(FieldRuleIds.Optional, LintSeverity.Informational, "Alias of an optional property"),
        new(FieldRuleIds.Ordering, LintSeverity.Error, "Order asked of what has none"),
        new(FieldRuleIds.MultipleTypes, LintSeverity.Informational, "Rule about several resource types"),
        new(FieldRuleIds.ReadOnly, LintSeverity.Warning, "Alias of a read-only property"),
        new(FieldRuleIds.UnknownValue, LintSeverity.Warning, "Text that the property never has"),
        new(FieldRuleIds.NotModifiable, LintSeverity.Error, "Change of a read-only property"),
        new(FieldRuleIds.UnavailableInVersion, LintSeverity.Error, "Alias that the api-version asked for does not have"),
        new(FieldRuleIds.WrongType, LintSeverity.Warning, "Literal of a type that the property never has"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Definition is not { } definition
        ? []
        : new FieldRules(subject.Knowledge.Aliases, subject.Knowledge.Schemas, subject.Knowledge.ApiVersion).Check(definition)
            .Where(finding => finding.RuleId == Id)
            .Select(finding => Finding(finding.Location ?? definition.Location ?? new(subject.Source.File), finding.Message, finding.Help));
}
