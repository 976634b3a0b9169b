using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter has no description.</summary>
internal sealed class ParameterMissingDescriptionRule() : LintRule("parameter-missing-description", LintSeverity.Informational, "A parameter has no description")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => document.Parameters.Where(parameter => string.IsNullOrWhiteSpace(parameter.Description))
        .Select(parameter => Finding(
            document,
            document.Declaration(parameter.Name),
            $"parameter '{parameter.Name}' has no 'metadata.description': who assigns the policy has to guess what it does",
            "say what the values mean"));
}
