using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter that the portal shows under its identifier.</summary>
public sealed class ParameterMissingDisplayNameRule() : LintRule("parameter-missing-display-name", LintSeverity.Informational, "Parameter without a display name")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => (subject.Definition?.Parameters ?? [])
        .Where(parameter => string.IsNullOrWhiteSpace(parameter.DisplayName))
        .Select(parameter => Finding(parameter.Location ?? new(subject.Source.File), $"parameter '{parameter.Name}' has no 'metadata.displayName': the portal shows its identifier", "add 'metadata.displayName'"));
}
