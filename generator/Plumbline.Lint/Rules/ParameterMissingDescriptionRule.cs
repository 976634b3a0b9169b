using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter that explains nothing to who assigns the policy.</summary>
public sealed class ParameterMissingDescriptionRule() : LintRule("parameter-missing-description", LintSeverity.Informational, "Parameter without a description")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => (subject.Definition?.Parameters ?? [])
        .Where(parameter => string.IsNullOrWhiteSpace(parameter.Description))
        .Select(parameter => Finding(parameter.Location ?? new(subject.Source.File), $"parameter '{parameter.Name}' has no 'metadata.description': the portal explains nothing", "add 'metadata.description'"));
}
