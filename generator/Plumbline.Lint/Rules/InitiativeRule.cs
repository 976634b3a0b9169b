using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A rule on initiatives.</summary>
internal abstract class InitiativeRule(string id, LintSeverity severity, string title) : LintRule(id, severity, title)
{
    /// <inheritdoc/>
    public sealed override IEnumerable<LintFinding> Check(LintDocument document) => document.Initiative is { } initiative ? Check(document, initiative) : [];

    /// <summary>Everything that the rule has to say of an initiative.</summary>
    protected abstract IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative);
}
