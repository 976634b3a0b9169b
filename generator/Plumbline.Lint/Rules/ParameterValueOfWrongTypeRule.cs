using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>A default or an allowed value is not of the declared type of its parameter.</summary>
internal sealed class ParameterValueOfWrongTypeRule() : LintRule("parameter-value-of-wrong-type", LintSeverity.Error, "A default or allowed value is not of the declared type")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => document.Parameters.SelectMany(parameter => Wrong(document, parameter));

    private IEnumerable<LintFinding> Wrong(LintDocument document, PolicyParameter parameter)
    {
        var declaration = document.Declaration(parameter.Name)?.Value;
        if (parameter.DefaultValue is { } value && !LiteralValues.IsExpression(value) && !ParameterType.Accepts(parameter.Type, value))
            yield return Report(document, parameter, declaration?.Member("defaultValue"), "the default");
        foreach (var (allowed, token) in parameter.AllowedValues.Zip(declaration?.Member("allowedValues") ?? new JArray()))
        {
            if (!Fits(parameter, allowed)) yield return Report(document, parameter, token, "an allowed value");
        }
    }

    // The allowed values of an array are arrays, or the members that an array may have.
    private static bool Fits(PolicyParameter parameter, PolicyValue allowed) =>
        string.Equals(parameter.Type, "Array", StringComparison.OrdinalIgnoreCase) || ParameterType.Accepts(parameter.Type, allowed);

    private LintFinding Report(LintDocument document, PolicyParameter parameter, JToken? at, string what) =>
        Finding(
            document,
            at,
            $"{what} of parameter '{parameter.Name}' is not of its type {parameter.Type}: Azure refuses it",
            "write a value of the type, or declare another type");
}
