using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A field is neither a property that every resource has nor an alias.</summary>
internal sealed class UnknownFieldRule() : DefinitionRule("unknown-field", LintSeverity.Error, "A field is neither a property of every resource nor an alias")
{
    private static readonly string[] Keywords = ["name", "fullName", "kind", "type", "location", "id", "tags", "identity", "identity.type", "apiVersion"];

    private static readonly string[] Prefixes = ["tags.", "tags[", "identity."];

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) => document.IsOfDataPlane ? [] :
        document.FieldUses.Where(use => use.IsField && !use.Name.Contains('/') && !IsKeyword(use.Name))
            .Select(use => Finding(
                document,
                use.Token,
                $"'{use.Name}' is no field: Azure refuses the rule",
                Suggest(use.Name, Keywords, "write the alias in full, with the resource type before it")));

    private static bool IsKeyword(string name) =>
        Keywords.Contains(name, StringComparer.OrdinalIgnoreCase) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
