using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Scan.Impact;

/// <summary>Evaluates one world on resource after resource. For one thread.</summary>
internal sealed class WorldRunner(ImpactWorld world, RelatedIndex index, DateTimeOffset utcNow)
{
    private readonly ResourceContext contexts = new(index, utcNow);
    private readonly RelatedSearch related = new(index);
    private readonly EvaluationContext plain = new(utcNow);
    private readonly Dictionary<ScanVariant, PolicyRunner> runners = new(ReferenceEqualityComparer.Instance);

    /// <summary>The policies that apply.</summary>
    /// <exception cref="JsonException">The resource is no JSON, or nested too deep.</exception>
    public ImmutableArray<PolicyOutcome> Evaluate(ScannedResource resource)
    {
        var outcomes = ImmutableArray.CreateBuilder<PolicyOutcome>();
        foreach (var assignment in world.Assignments)
        {
            if (assignment.For(resource.Header) is { } variant) Evaluate(assignment, variant, resource, outcomes);
        }

        return outcomes.DrainToImmutable();
    }

    private void Evaluate(ScanAssignment assignment, ScanVariant variant, ScannedResource resource, ImmutableArray<PolicyOutcome>.Builder outcomes)
    {
        var runner = RunnerOf(variant);
        ImmutableArray<PolicyVerdict> verdicts = [.. runner.Run(resource.Utf8, variant.UsesContext ? contexts.Of(resource.Header) : plain)];
        var hasExpressions = resource.IsPlanned && resource.Utf8.Span.IndexOf("\"["u8) >= 0;
        HashSet<int> undecided = resource.IsPatch || hasExpressions ? [.. runner.Undecided(resource.IsPatch).Select(item => item.Index)] : [];
        foreach (var verdict in verdicts.Where(verdict => !undecided.Contains(verdict.Index))) outcomes.Add(Outcome(assignment, variant, runner, verdict, resource));
        foreach (var item in undecided.Order()) outcomes.Add(Unknown(assignment, variant, item, resource));
    }

    private PolicyOutcome Outcome(ScanAssignment assignment, ScanVariant variant, PolicyRunner runner, PolicyVerdict verdict, ScannedResource resource)
    {
        var policy = variant.Policies[verdict.Index];
        if (contexts.Missing(policy.Scopes, resource.Header) is not null) return Unknown(assignment, variant, verdict.Index, resource);
        related.Restart();
        var violated = verdict.Status is EvaluationStatus.NonCompliant or EvaluationStatus.Error;
        var result = violated ? runner.Explain(verdict.Index) : new EvaluationResult(verdict.Status, runner.EffectOf(verdict.Index), []);
        if (violated && result.IfNotExists is not null && related.UnknownType is not null) return Unknown(assignment, variant, verdict.Index, resource);
        var record = assignment.Record(policy.Assigned, resource.Header, result, utcNow);
        return new(variant.FindingPolicies[verdict.Index], assignment.Assignment.Id, StateOf(record), EffectOf(record), PlaceOf(resource, result));
    }

    private static PolicyOutcome Unknown(ScanAssignment assignment, ScanVariant variant, int index, ScannedResource resource) =>
        new(variant.FindingPolicies[index], assignment.Assignment.Id, ImpactState.Unknown, string.Empty, resource.Origin.Location);

    private static ImpactState StateOf(AssignmentRecord record) => record.State switch
    {
        ComplianceState.Exempt => ImpactState.Exempt,
        ComplianceState.NonCompliant or ComplianceState.Error or ComplianceState.Conflict => ImpactState.NonCompliant,
        ComplianceState.Compliant => ImpactState.Compliant,
        ComplianceState.Unknown => ImpactState.Unknown,
        _ => ImpactState.NotApplicable,
    };

    private static string EffectOf(AssignmentRecord record) =>
        record.IsDenied ? PolicyOutcome.Denied : record is { IsEnforced: true, State: ComplianceState.NonCompliant } ? record.Effect : string.Empty;

    // The first property that decided and that somebody wrote; a related resource stands elsewhere.
    private static SourceLocation PlaceOf(ScannedResource resource, EvaluationResult result)
    {
        if (result.Status != EvaluationStatus.NonCompliant || result.IfNotExists is not null) return resource.Origin.Location;
        var places = DecidingCondition.Of(result).Where(item => item.Expression.ExpressionKind != "Value").Select(item => resource.Origin.PropertyAt(item.Expression.Path)).ToList();
        return places.Find(place => place.Span != resource.Origin.Location.Span) ?? resource.Origin.Location;
    }

    private PolicyRunner RunnerOf(ScanVariant variant)
    {
        if (runners.TryGetValue(variant, out var found)) return found;
        return runners[variant] = variant.Program.CreateRunner(plain, related);
    }
}
