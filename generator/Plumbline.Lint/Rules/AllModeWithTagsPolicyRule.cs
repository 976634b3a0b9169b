using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A policy on tags has mode <c>All</c> and names no type: it also evaluates resources that cannot have tags.</summary>
internal sealed class AllModeWithTagsPolicyRule() : DefinitionRule("all-mode-with-tags-policy", LintSeverity.Informational, "A policy on tags also evaluates what has no tags")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        string.Equals(definition.Mode, "All", StringComparison.OrdinalIgnoreCase) && !document.Leaves.Any(site => site.IsOnType) && document.Leaves.FirstOrDefault(site => site.Part == RulePart.If && IsTag(site)) is { } tag
            ? [Finding(
                document,
                tag.Token,
                "the rule is about tags, names no type and has mode All: it also evaluates resources that cannot have tags",
                "use mode Indexed, or name the types")]
            : [];

    private static bool IsTag(ConditionSite site) =>
        site.Leaf?.Subject is FieldSubject { Field: var name } && (name.StartsWith("tags", StringComparison.OrdinalIgnoreCase) || name.StartsWith("[concat('tags", StringComparison.OrdinalIgnoreCase));
}
