using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Scan.Evaluation;

/// <summary>Evaluates the policies of an assignment on resource after resource. For one thread.</summary>
internal sealed class VariantRunner
{
    private readonly ScanVariant variant;
    private readonly ImmutableArray<FindingPolicy> policies;
    private readonly ResourceContext contexts;
    private readonly RelatedSearch related;
    private readonly PolicyRunner runner;
    private readonly EvaluationContext plain;

    public VariantRunner(ScanVariant variant, ImmutableArray<FindingPolicy> policies, RelatedIndex index, DateTimeOffset utcNow)
    {
        this.variant = variant;
        this.policies = policies;
        contexts = new ResourceContext(index, utcNow);
        related = new RelatedSearch(index);
        plain = new EvaluationContext(utcNow);
        runner = variant.Program.CreateRunner(plain, related);
    }

    /// <summary>The counts; what is not compliant is added to the findings.</summary>
    /// <exception cref="JsonException">The resource is no JSON, or nested too deep.</exception>
    public ScanTotals Evaluate(ScannedResource resource, ImmutableArray<ScanFinding>.Builder findings)
    {
        var verdicts = runner.Run(resource.Utf8, variant.UsesContext ? contexts.Of(resource.Header) : plain);
        var undecided = resource.IsPatch || (resource.IsPlanned && resource.Utf8.Span.IndexOf("\"["u8) >= 0) ? runner.Undecided(resource.IsPatch).ToDictionary(item => item.Index, item => item.Reads) : null;
        var totals = default(ScanTotals);
        foreach (var verdict in verdicts)
        {
            if (undecided?.Remove(verdict.Index, out var reads) == true) totals += Unknown(resource, verdict.Index, FindingMessage.Of(reads), findings);
            else totals += Evaluate(resource, verdict, findings);
        }

        foreach (var (index, reads) in (undecided ?? []).OrderBy(item => item.Key)) totals += Unknown(resource, index, FindingMessage.Of(reads), findings);
        return totals;
    }

    private ScanTotals Evaluate(ScannedResource resource, PolicyVerdict verdict, ImmutableArray<ScanFinding>.Builder findings)
    {
        if (contexts.Missing(variant.Policies[verdict.Index].Scopes, resource.Header) is { } scope)
            return Unknown(resource, verdict.Index, $"the policy reads {scope}, which the inputs do not hold", findings);
        switch (verdict.Status)
        {
            case EvaluationStatus.Compliant: return new() { Compliant = 1 };
            case EvaluationStatus.Protected: return new() { Protected = 1 };
            case EvaluationStatus.Unknown: return new() { Manual = 1 };
            default: return Explained(resource, verdict.Index, findings);
        }
    }

    private ScanTotals Explained(ScannedResource resource, int index, ImmutableArray<ScanFinding>.Builder findings)
    {
        related.Restart();
        var result = runner.Explain(index);
        if (result.Status == EvaluationStatus.NonCompliant && result.IfNotExists is not null && related.UnknownType is { } type)
            return Unknown(resource, index, $"the inputs do not tell whether a resource of type '{type}' exists beside this one", findings, result.Effect);
        if (result.Status == EvaluationStatus.Error)
        {
            findings.Add(new(FindingState.Error, policies[index], resource.Label, resource.Header.Type, result.Effect, result.Error ?? "the evaluation failed", resource.Origin.Location));
            return new() { Errors = 1 };
        }

        findings.Add(Violation(resource, index, result));
        return new() { NonCompliant = 1 };
    }

    private ScanFinding Violation(ScannedResource resource, int index, EvaluationResult result)
    {
        var deciding = DecidingCondition.Of(result);
        var message = result.IfNotExists is { TotalResources: 0 } ? "no related resource exists" : FindingMessage.Of(deciding);
        return new(FindingState.NonCompliant, policies[index], resource.Label, resource.Header.Type, result.Effect, message, PlaceOf(resource, deciding, result))
        {
            Changes = result.Resource is null ? [] : EffectPreview.Changes(result, ResourceDocument.Parse(resource.Utf8).ToValue()),
            Deployments = EffectPreview.Deployments(result),
        };
    }

    // The first property that decided and that somebody wrote; a related resource stands elsewhere.
    private static Plumbline.Policy.Diagnostics.SourceLocation PlaceOf(ScannedResource resource, ImmutableArray<DecidingCondition> deciding, EvaluationResult result)
    {
        if (result.IfNotExists is not null) return resource.Origin.Location;
        var places = deciding.Where(item => item.Expression.ExpressionKind != "Value").Select(item => resource.Origin.PropertyAt(item.Expression.Path)).ToList();
        return places.Find(place => place.Span != resource.Origin.Location.Span) ?? resource.Origin.Location;
    }

    private ScanTotals Unknown(ScannedResource resource, int index, string message, ImmutableArray<ScanFinding>.Builder findings, string? effect = null)
    {
        findings.Add(new(FindingState.Unknown, policies[index], resource.Label, resource.Header.Type, effect ?? runner.Explain(index).Effect, message, resource.Origin.Location));
        return new() { Unknown = 1 };
    }
}
