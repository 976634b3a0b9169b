using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>What one definition says in a test.</summary>
/// <param name="Tested">The definition.</param>
/// <param name="Parameters">The values it was evaluated with, without defaults.</param>
/// <param name="Result">The verdict.</param>
public sealed record MemberVerdict(TestedDefinition Tested, ImmutableDictionary<string, PolicyValue> Parameters, EvaluationResult Result)
{
    /// <summary>What an IfNotExists effect finds: <c>none</c>, <c>unsatisfied</c> or <c>satisfied</c>; null when nothing was looked for.</summary>
    public string? Existing => Result.IfNotExists is not { } found ? null : found.TotalResources == 0 ? "none" : Result.Matched ? "unsatisfied" : "satisfied";

    /// <summary>Whether the definition refuses the request. A failed evaluation is an implicit deny.</summary>
    public bool Denies(WriteRequest write) => write switch
    {
        WriteRequest.None => false,
        WriteRequest.Delete => Result is { TakesEffect: true, Effect: EffectNames.DenyAction },
        _ => Result.Status == EvaluationStatus.Error || Result is { TakesEffect: true, Effect: EffectNames.Deny } or { TakesEffect: true, HasConflict: true },
    };
}
