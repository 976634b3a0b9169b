using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>An effect is not spelled as Azure does, or in two ways.</summary>
internal sealed class EffectCasingRule() : DefinitionRule("effect-casing", LintSeverity.Informational, "An effect is not spelled as Azure does")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) => Misspelt(document, definition).Concat(Mixed(document, definition));

    private IEnumerable<LintFinding> Misspelt(LintDocument document, PolicyDefinition definition) =>
        Canonical(definition.Then.Effect) is { } name && !IsSpelledAs(name, definition.Then.Effect)
            ? [Finding(
                document,
                document.Then?.Member("effect"),
                $"the effect is spelled '{definition.Then.Effect}', and Azure writes '{name}'",
                $"write '{name}'") with { Fix = document.Rewritten(document.Then?.Member("effect"), name) }]
            : [];

    private IEnumerable<LintFinding> Mixed(LintDocument document, PolicyDefinition definition)
    {
        if (Effects.ParameterOf(document, definition) is not { } parameter) return [];
        var names = parameter.AllowedValues.OfType<TextValue>().Select(value => value.Value).Where(value => value.Length > 0 && Canonical(value) is not null).ToList();
        var isOneStyle = names.All(name => IsSpelledAs(Canonical(name) ?? "", name)) && names.Select(name => char.IsUpper(name[0])).Distinct().Count() < 2;
        return isOneStyle ? [] : [Finding(
            document,
            document.Declaration(parameter.Name)?.Value.Member("allowedValues"),
            $"parameter '{parameter.Name}' spells effects in several ways, and assignments have to hit the letter case",
            "spell them all as Azure does: Audit, Deny, AuditIfNotExists")];
    }

    private static string? Canonical(string effect) => EffectNames.Canonical(effect);

    private static bool IsSpelledAs(string canonical, string effect) => effect == canonical || effect == char.ToLowerInvariant(canonical[0]) + canonical[1..];
}
