using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Evaluation;

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
