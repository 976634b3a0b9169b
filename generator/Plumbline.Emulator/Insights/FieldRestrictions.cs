using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Insights;

/// <summary>What one policy says of one field.</summary>
/// <param name="Result"><c>Required</c>, <c>Removed</c>, <c>Deny</c> or <c>Audit</c>.</param>
/// <param name="DefaultValue">What the policy puts there when nothing is given; null for nothing.</param>
/// <param name="Values">The values that are required, denied or audited; empty when it is not about values.</param>
internal sealed record FieldRestriction(string Result, CertainViolation Violation, string? DefaultValue, ImmutableArray<string> Values);

/// <summary>Finds what policies say of a pending field: each question is the same resource with another value in the field, all else that is not known left unknown.</summary>
/// <param name="program">The policies.</param>
/// <param name="resource">The resource.</param>
/// <param name="request">The question.</param>
internal sealed class FieldRestrictions(RestrictionProgram program, PartialResource resource, RestrictionRequest request)
{
    private readonly PartialVerdicts asItIs = program.Run(resource.Document());

    /// <summary>What is violated whatever the pending fields get, denials and, if they are asked for, audits.</summary>
    public IEnumerable<CertainViolation> OfContent() => asItIs.Violations.Where(IsTold);

    /// <summary>The fields with their restrictions; those that have none are left out.</summary>
    public IEnumerable<(string Field, ImmutableArray<FieldRestriction> Restrictions)> OfPending() => request.Pending
        .SelectMany(pending => Tested(pending).Select(path => (Field: path.IsTag ? path.Name : pending.Field, Restrictions: Restrictions(path, pending.Values))))
        .Where(field => !field.Restrictions.IsEmpty);

    // "tags" stands for all tags that a policy names.
    private IEnumerable<FieldPath> Tested(PendingField pending)
    {
        if (FieldPath.Of(pending.Field, request.ApiVersion) is not { } path) return [];
        if (!string.Equals(path.Name, "tags", StringComparison.OrdinalIgnoreCase)) return [path];
        var read = program.Policies.SelectMany(policy => policy.Fields).Select(field => field.Path);
        var changed = program.Run(resource.Without(path)).Violations.SelectMany(FieldChange.Of).Select(change => FieldPath.Of(change.Field, request.ApiVersion)).OfType<FieldPath>();
        return read.Concat(changed).Where(field => field.IsTag).DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase).OrderBy(field => field.Name, StringComparer.OrdinalIgnoreCase);
    }

    private ImmutableArray<FieldRestriction> Restrictions(FieldPath path, ImmutableArray<JsonNode?> given)
    {
        var without = program.Run(resource.Without(path));
        var present = program.Run(resource.With(path, JsonValue.Create(PartialResource.Present)));
        var restrictions = ImmutableArray.CreateBuilder<FieldRestriction>();
        foreach (var policy in program.Policies)
        {
            restrictions.AddRange(Changes(path, without.Of(policy), present.Of(policy)));
            if (asItIs.Of(policy) is null && policy.FieldOf(path) is { } field) restrictions.AddRange(Tests(policy, field, path, given, without, present));
        }

        return restrictions.ToImmutable();
    }

    // What append and modify would do.
    private IEnumerable<FieldRestriction> Changes(FieldPath path, CertainViolation? without, CertainViolation? present)
    {
        foreach (var change in FieldChange.Of(without).Where(change => Is(change, path) && change.Value is not UndefinedValue))
        {
            var value = TextOf(change.Value);
            if (without is not null) yield return new FieldRestriction("Required", without, value, change.KeepsOthers ? [] : [value]);
        }

        foreach (var _ in FieldChange.Of(present).Where(change => Is(change, path) && change.Value is UndefinedValue).Take(1))
        {
            if (present is not null) yield return new FieldRestriction("Removed", present, null, []);
        }
    }

    // What deny and audit would say. Where the values are given, one of them will be there, and whether the field may be missing is no question.
    private IEnumerable<FieldRestriction> Tests(RestrictingPolicy policy, RuleField field, FieldPath path, ImmutableArray<JsonNode?> given, PartialVerdicts without, PartialVerdicts present)
    {
        var tried = (given.IsEmpty ? field.Compared.Select(Node) : given).Select(value => (Text: TextOf(value), Verdicts: program.Run(resource.With(path, value)))).ToList();
        if (given.IsEmpty && without.Of(policy) is { } missing && missing.Record.Effect == EffectNames.Deny)
            return [new FieldRestriction("Required", missing, null, [.. tried.Where(value => value.Verdicts.IsSatisfied(policy)).Select(value => value.Text)])];
        var refused = tried.Where(value => value.Verdicts.Of(policy) is { } violation && IsTold(violation)).ToList();
        if (refused.Count > 0 && refused[0].Verdicts.Of(policy) is { } first) return [new FieldRestriction(first.Record.Effect, first, null, [.. refused.Select(value => value.Text)])];
        return present.Of(policy) is { } always && IsTold(always) ? [new FieldRestriction(always.Record.Effect, always, null, [])] : [];
    }

    private bool IsTold(CertainViolation violation) =>
        violation.Record.Effect == EffectNames.Deny || (request.IncludesAudit && violation.Record.Effect == EffectNames.Audit);

    private bool Is(FieldChange change, FieldPath path) => FieldPath.Of(change.Field, request.ApiVersion)?.IsSame(path) == true;

    private static JsonNode? Node(PolicyValue value) => JsonNode.Parse(PolicyValueWriter.ToCompactJson(value));

    private static string TextOf(PolicyValue value) => TextOf(Node(value));

    private static string TextOf(JsonNode? value) => value is null ? string.Empty : value is JsonValue ? value.ToString() : value.ToJsonString();
}
