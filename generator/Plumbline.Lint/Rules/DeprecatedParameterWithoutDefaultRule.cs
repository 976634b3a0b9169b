using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter is marked as deprecated, and every assignment still has to give it.</summary>
internal sealed class DeprecatedParameterWithoutDefaultRule() : LintRule("deprecated-parameter-without-default", LintSeverity.Warning, "A deprecated parameter still has to be given")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => document.Parameters
        .Where(parameter => parameter.DefaultValue is null && DeprecatedParameters.Has(document, parameter))
        .Select(parameter => Finding(
            document,
            document.Declaration(parameter.Name),
            $"parameter '{parameter.Name}' is deprecated and has no 'defaultValue': every assignment still has to give it",
            "add a default"));
}
