using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>The policies that an assignment applies to a resource, in the versions and with the effects that overrides give them there.</summary>
internal sealed class AssignmentMembers(PolicyAssignment assignment, IPolicyDefinitions definitions, EffectOverrides effects)
{
    private readonly ConcurrentDictionary<Binding, AssignedPolicy> bound = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<PolicyDefinition>> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<PolicySetDefinition> sets = definitions.SetDefinitions(assignment.PolicyDefinitionId);

    private SourceLocation At => assignment.Location ?? new SourceLocation(assignment.Id);

    /// <summary>The policies: one for a definition, one a member for an initiative, one with a diagnostic for what cannot be found.</summary>
    public IEnumerable<AssignedPolicy> For(EvaluatedResource resource)
    {
        var id = assignment.PolicyDefinitionId;
        if (sets.IsEmpty && !id.Contains("/policySetDefinitions/", StringComparison.OrdinalIgnoreCase))
            return [Choose(id, Override(OverrideKind.DefinitionVersion, resource, null) ?? assignment.DefinitionVersion, null, null, resource)];
        var wanted = Override(OverrideKind.DefinitionVersion, resource, null) ?? assignment.DefinitionVersion;
        var (set, problem) = VersionChoice.Choose(sets, item => item.Version, id, wanted, At);
        return set is null
            ? [Missing(id, null, null, problem)]
            : set.References.Select(reference => Choose(reference.PolicyDefinitionId, VersionOf(reference, resource), set, reference, resource));
    }

    private AssignedPolicy Choose(string id, string? version, PolicySetDefinition? set, PolicyDefinitionReference? reference, EvaluatedResource resource)
    {
        var (definition, problem) = VersionChoice.Choose(known.GetOrAdd(id, definitions.Definitions), item => item.Version, id, version, reference?.Location ?? At);
        if (definition is null) return Missing(id, set, reference, problem);
        var effect = Override(OverrideKind.PolicyEffect, resource, reference?.ReferenceId);
        return bound.GetOrAdd(new Binding(id, definition, set, reference, effect), Bind);
    }

    // A version without a selector on the reference is that of the initiative.
    private string? VersionOf(PolicyDefinitionReference reference, EvaluatedResource resource)
    {
        var own = assignment.Overrides.LastOrDefault(item =>
            item.Kind == OverrideKind.DefinitionVersion
            && item.Selectors.Any(selector => selector.Kind == SelectorKind.PolicyDefinitionReferenceId)
            && SelectorMatch.All(item.Selectors, resource, reference.ReferenceId));
        return own?.Value ?? reference.DefinitionVersion;
    }

    // Overrides are applied in the order of the list, so that the last one that chooses is seen.
    private string? Override(OverrideKind kind, EvaluatedResource resource, string? referenceId) =>
        assignment.Overrides.LastOrDefault(item => item.Kind == kind && SelectorMatch.All(item.Selectors, resource, referenceId))?.Value;

    private AssignedPolicy Missing(string id, PolicySetDefinition? set, PolicyDefinitionReference? reference, Diagnostic? problem) =>
        new(assignment, id, null, set, reference, ImmutableDictionary<string, PolicyValue>.Empty, problem is null ? [] : [problem]);

    private AssignedPolicy Bind(Binding key)
    {
        var values = key is { Set: { } set, Reference: { } reference }
            ? ParameterBinder.Bind(key.Definition, reference, set, assignment.Parameters)
            : ParameterBinder.Bind(key.Definition, assignment.Parameters, At);
        var (definition, problem) = WithEffect(key);
        var diagnostics = problem is null ? values.Diagnostics : values.Diagnostics.Add(problem);
        return new(assignment, key.Id, definition, key.Set, key.Reference, values.Values, diagnostics);
    }

    private (PolicyDefinition Definition, Diagnostic? Problem) WithEffect(Binding key)
    {
        if (key.Effect is not { } effect) return (key.Definition, null);
        var allowed = EffectOverrides.Allowed(key.Definition);
        return allowed.Contains(effect, StringComparer.OrdinalIgnoreCase)
            ? (effects.With(key.Definition, effect), null)
            : (key.Definition, DiagnosticCatalog.OverriddenEffectNotAllowed(At, effect, key.Id, string.Join(", ", allowed)));
    }

    // Compared by identity: the documents are parsed once and are large.
    private sealed record Binding(string Id, PolicyDefinition Definition, PolicySetDefinition? Set, PolicyDefinitionReference? Reference, string? Effect)
    {
        public bool Equals(Binding? other) =>
            other is not null
            && ReferenceEquals(Definition, other.Definition)
            && ReferenceEquals(Set, other.Set)
            && ReferenceEquals(Reference, other.Reference)
            && string.Equals(Effect, other.Effect, StringComparison.OrdinalIgnoreCase);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Definition), RuntimeHelpers.GetHashCode(Reference));
    }
}
