using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Lint.Rules;

/// <summary>The default of a parameter is not among its allowed values.</summary>
internal sealed class DefaultValueNotAllowedRule() : LintRule("default-value-not-allowed", LintSeverity.Error, "A default value is not among the allowed ones")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => document.Parameters
        .Where(parameter => parameter.DefaultValue is { } value && !ParameterBinder.IsAllowed(parameter.AllowedValues, value))
        .Select(parameter => Finding(
            document,
            document.Declaration(parameter.Name)?.Value.Member("defaultValue"),
            $"the default of parameter '{parameter.Name}' is not among its 'allowedValues', which are compared with regard to case: assignments without a value fail",
            "use one of the allowed values, letter by letter"));
}
