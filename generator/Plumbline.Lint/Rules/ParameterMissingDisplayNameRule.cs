using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter has no display name.</summary>
internal sealed class ParameterMissingDisplayNameRule() : LintRule("parameter-missing-display-name", LintSeverity.Informational, "A parameter has no display name")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => document.Parameters.Where(parameter => string.IsNullOrWhiteSpace(parameter.DisplayName))
        .Select(parameter => Finding(
            document,
            document.Declaration(parameter.Name),
            $"parameter '{parameter.Name}' has no 'metadata.displayName': the portal shows its name",
            "name it in words"));
}
