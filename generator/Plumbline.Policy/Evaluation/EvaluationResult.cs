using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The verdict on one resource, with its explanation.</summary>
/// <param name="Status">The verdict.</param>
/// <param name="Effect">The effect after parameters, by its canonical name (<c>Audit</c>, <c>Deny</c>, <c>AuditIfNotExists</c> ...); one that Azure does not know, as written.</param>
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
    string? Error = null)
{
    /// <summary>Whether the definition applies to the resource (Azure's applicability rules and its mode).</summary>
    public bool IsApplicable { get; init; }

    /// <summary>Whether <c>if</c> holds; for an IfNotExists effect, whether besides nothing satisfies the existence condition.</summary>
    public bool Matched { get; init; }

    /// <summary>The details of the effect with their expressions evaluated, when it takes place and has some; else null.</summary>
    public PolicyValue? Details { get; init; }

    /// <summary>The resource as <c>append</c> or <c>modify</c> leave it, when one of them takes place; else null.</summary>
    public PolicyValue? Resource { get; init; }

    /// <summary>Whether <c>append</c> met another value, which refuses the request.</summary>
    public bool HasConflict { get; init; }

    /// <summary>The tree of the existence condition on the related resource looked at last; null without one.</summary>
    public TraceNode? ExistenceTrace { get; init; }

    /// <summary>What else there is to say, such as why a change was left out.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Whether the effect takes place.</summary>
    public bool TakesEffect => Matched && Status != EvaluationStatus.Error && Effect is not EffectNames.Disabled;
}
