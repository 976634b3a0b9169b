using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Mode <c>Indexed</c> does not evaluate the resource types that the rule is about: the policy never does anything.</summary>
internal sealed class IndexedModeWithoutTagsOrLocationRule() : DefinitionRule("indexed-mode-without-tags-or-location", LintSeverity.Warning, "Mode Indexed does not evaluate the resource type")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        string.Equals(definition.Mode, "Indexed", StringComparison.OrdinalIgnoreCase) && document.Conditions.FirstOrDefault() is { } outermost && TypeSets.Of(outermost) is { Count: > 0 } types
            && types.All(type => ResourceTypeTraits.SupportsTagsAndLocation(type) == false)
            ? [Finding(
                document,
                document.Properties.Member("mode"),
                $"mode Indexed evaluates types with tags and a location, which {TypeSets.Describe(types)} has not: the policy never evaluates anything",
                "use mode All")]
            : [];
}
