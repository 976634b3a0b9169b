using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>One evaluated leaf condition, in the terms of ARM's <c>evaluationDetails.evaluatedExpressions</c>.</summary>
/// <param name="Expression">The subject as written: an alias, a field or an expression.</param>
/// <param name="ExpressionKind"><c>Field</c>, <c>Value</c> or <c>Count</c>.</param>
/// <param name="Path">The resource path the alias stands for (<c>properties.configuration.ingress.external</c>), or the expression.</param>
/// <param name="ExpressionValue">What the subject was; <see cref="UndefinedValue"/> for a missing property.</param>
/// <param name="TargetValue">The operand after its expressions were evaluated.</param>
public sealed record EvaluatedExpression(
    bool Result,
    string Expression,
    string ExpressionKind,
    string Path,
    PolicyValue ExpressionValue,
    PolicyValue TargetValue,
    Operator Operator);

/// <summary>What an IfNotExists effect found: how many related resources there were, and the one that satisfied the existence condition (or the last looked at).</summary>
public sealed record IfNotExistsDetails(string? ResourceId, int TotalResources);
