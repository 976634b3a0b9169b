using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Emulator.Enforcement;

/// <summary>What is stored, as the evaluator of assignments takes it. A document that cannot be read is left out; routes refuse such ones.</summary>
internal sealed class StoredPolicies(ArmState state) : IPolicyDefinitions
{
    /// <summary>The assignments, in the order of their ids.</summary>
    public IEnumerable<PolicyAssignment> Assignments() => Read(ResourceTypes.PolicyAssignment, ParsedPolicies.Assignment);

    /// <summary>All else that decides about them.</summary>
    public PolicyEstate Estate() => new(
        this,
        [.. Read(ResourceTypes.PolicyExemption, ParsedPolicies.Exemption)],
        [.. Read(ResourceTypes.PolicyEnrollment, ParsedPolicies.Enrollment)],
        [.. Read(ResourceTypes.Attestation, ParsedPolicies.Attestation)],
        ScopeTree.Of(state).Groups);

    /// <inheritdoc/>
    public ImmutableArray<PolicyDefinition> Definitions(string id) => Found(id, ResourceTypes.PolicyDefinition, ParsedPolicies.Definition);

    /// <inheritdoc/>
    public ImmutableArray<PolicySetDefinition> SetDefinitions(string id) => Found(id, ResourceTypes.PolicySetDefinition, ParsedPolicies.SetDefinition);

    private ImmutableArray<T> Found<T>(string id, string type, Func<StoredResource, ParseResult<T>> parse)
        where T : class => state.Find(id) is { } stored && stored.Id.Is(type)
            ? [.. PolicyVersions.Documents(state, stored).Select(document => parse(document).Value).OfType<T>()]
            : [];

    private IEnumerable<T> Read<T>(string type, Func<StoredResource, ParseResult<T>> parse)
        where T : class => state.OfType(type).Select(stored => parse(stored).Value).OfType<T>();
}
