using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A rule on policy definitions.</summary>
internal abstract class DefinitionRule(string id, LintSeverity severity, string title) : LintRule(id, severity, title)
{
    /// <inheritdoc/>
    public sealed override IEnumerable<LintFinding> Check(LintDocument document) => document.Definition is { } definition ? Check(document, definition) : [];

    /// <summary>Everything that the rule has to say of a definition.</summary>
    protected abstract IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition);
}
