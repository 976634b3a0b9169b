using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Compilation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Definitions;

/// <summary>Generates the custom policy definitions of a catalog.</summary>
public static class DefinitionGenerator
{
    /// <summary>All definitions: secure states, raw rules, fixes and attestations, in the order of the catalog.</summary>
    public static ImmutableArray<GeneratedDefinition> Generate(ServiceCatalog catalog) =>
        [.. CatalogMember.AllOf(catalog).SelectMany(member => OfFeature(catalog, member))];

    private static IEnumerable<GeneratedDefinition> OfFeature(ServiceCatalog catalog, CatalogMember member)
    {
        var metadata = new DefinitionMetadata(catalog, member);
        if (member.Feature.Outcome is AttestationOutcome attestation) yield return Attestation(attestation, metadata);
        foreach (var policy in member.Feature.Outcome.AllPolicies.OfType<CustomPolicy>())
        {
            yield return Custom(policy, metadata);
            if (policy is SecureStatePolicy { Fix: { } fix } state) yield return Repair(state, fix, metadata);
        }
    }

    private static GeneratedDefinition Custom(CustomPolicy policy, DefinitionMetadata metadata)
    {
        var header = policy.Header;
        var document = new DefinitionDocument(header.Name, header.DisplayName, header.Description, metadata.Of(header, header.Version));
        return policy switch
        {
            SecureStatePolicy state => document.Build(
                DefinitionModes.Of(state.State.Resource),
                Parameters(header, header.Effects),
                RuleJson.Of(PolicyJsonWriter.Write(StateCompiler.If(state.State)), RelatedDetails(state.State))),
            RawRulePolicy raw => document.Build(raw.Mode, Parameters(header, header.Effects), PolicyValueWriter.ToToken(raw.Rule)),
            _ => throw new ArgumentException($"Unknown policy '{policy.GetType().Name}'.", nameof(policy)),
        };
    }

    private static GeneratedDefinition Repair(SecureStatePolicy policy, Fix fix, DefinitionMetadata metadata)
    {
        var details = (JObject)PolicyValueWriter.ToToken(fix.Details);
        if (fix.IsDeployment) details = Merged(RelatedDetails(policy.State), details);
        var effects = fix.IsDeployment ? EffectNames.Deploying : EffectNames.Modifying;
        return new DefinitionDocument(fix.Name, fix.DisplayName, fix.Description, metadata.Of(policy.Header, fix.Version)).Build(
            DefinitionModes.Of(policy.State.Resource),
            Parameters(policy.Header, effects),
            RuleJson.Of(PolicyJsonWriter.Write(StateCompiler.If(policy.State)), details));
    }

    // A manual effect is evaluated on the subscription: the shape of Azure's own 557 manual definitions.
    private static GeneratedDefinition Attestation(AttestationOutcome attestation, DefinitionMetadata metadata)
    {
        var subscription = new LeafCondition(new FieldSubject("type"), Operator.Equals, new Operand(new TextValue("Microsoft.Resources/subscriptions")));
        return new DefinitionDocument(attestation.Name, attestation.DisplayName, attestation.Description, metadata.Of(attestation)).Build(
            "All",
            new JObject(ParameterJson.Effect(EffectNames.Attesting)),
            RuleJson.Of(PolicyJsonWriter.Write(subscription), new JObject(new JProperty("defaultState", "Unknown"))));
    }

    private static JObject Parameters(DefinitionHeader header, ImmutableArray<string> effects) =>
        new([ParameterJson.Effect(effects), .. header.Parameters.Select(ParameterJson.Of)]);

    private static JObject? RelatedDetails(SecureState state)
    {
        if (state.Related is not { } related) return null;
        var details = new JObject(new JProperty("type", related.Type));
        if (related.Name is { } name) details.Add("name", name);
        if (StateCompiler.Existence(state) is { } existence) details.Add("existenceCondition", PolicyJsonWriter.Write(existence));
        return details;
    }

    private static JObject Merged(JObject? common, JObject own)
    {
        var inherited = common?.Properties().Where(property => own[property.Name] is null).ToList() ?? [];
        return new JObject(inherited.Concat(own.Properties()));
    }
}
