using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The verdict on one resource, with its explanation.</summary>
/// <param name="Status">The verdict.</param>
/// <param name="Effect">The canonical effect name after parameters (<c>Audit</c>, <c>Deny</c>, <c>AuditIfNotExists</c> ...); <c>Disabled</c> goes with <see cref="EvaluationStatus.NotApplicable"/>.</param>
/// <param name="Expressions">The leaf conditions that were evaluated, in order: what ARM lists in <c>evaluationDetails</c>. For an IfNotExists effect, those of the existence condition follow.</param>
/// <param name="Trace">The tree of conditions with each result; null when nothing was evaluated.</param>
/// <param name="IfNotExists">For an IfNotExists effect, what was found; else null.</param>
/// <param name="Error">Why the evaluation failed, with <see cref="EvaluationStatus.Error"/>; else null.</param>
public sealed record EvaluationResult(
    EvaluationStatus Status,
    string Effect,
    ImmutableArray<EvaluatedExpression> Expressions,
    TraceNode? Trace = null,
    IfNotExistsDetails? IfNotExists = null,
    string? Error = null);

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

/// <summary>A node of the explanation: a condition, its result, and its operands' nodes as far as they were evaluated.</summary>
/// <param name="Label">The condition in one line, such as <c>allOf</c> or <c>type equals Microsoft.App/containerApps</c>.</param>
/// <param name="Decisive">Whether this node decided its parent's result.</param>
/// <param name="Expression">The evaluated leaf, or null for a logical operator.</param>
public sealed record TraceNode(
    Condition Condition,
    string Label,
    bool Result,
    bool Decisive,
    EvaluatedExpression? Expression,
    ImmutableArray<TraceNode> Children);
