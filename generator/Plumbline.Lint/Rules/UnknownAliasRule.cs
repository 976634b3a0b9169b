using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>An alias that the table does not have: misspelt, or newer than the table.</summary>
internal sealed class UnknownAliasRule() : DefinitionRule("unknown-alias", LintSeverity.Warning, "An alias is not known")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) => document.IsOfDataPlane ? [] :
        document.FieldUses.Where(use => use.Name.Contains('/') && !document.Environment.Aliases.TryFind(use.Name, out _))
            .Select(use => Finding(
                document,
                use.Token,
                $"'{use.Name}' is not a known alias: Azure refuses a rule with an alias that it does not have",
                Nearest(document, use.Name)));

    private static string Nearest(LintDocument document, string name) =>
        document.Environment.Aliases.Nearest(name) is { } near ? $"did you mean '{near}'?" : "look for it with 'plumbline aliases search'";
}
