using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Definitions;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Initiatives;

/// <summary>Refers to a definition the catalog itself describes.</summary>
internal static class CustomReference
{
    /// <summary>The parameters of a custom definition.</summary>
    public static ImmutableArray<LiftedParameter> Parameters(CustomPolicy policy) =>
    [
        Effect(policy.ReferenceId, policy.Header.DisplayName, policy.Header.Effects, policy.Source.LocationOf("effects")),
        .. policy.Header.Parameters.Select(parameter => new LiftedParameter(
            policy.ReferenceId,
            parameter.Declaration.Name,
            Named(ParameterJson.Of(parameter), policy.Header.DisplayName),
            parameter.Shared,
            Constant: null,
            parameter.Source.Location)),
    ];

    /// <summary>The parameter of an attestation.</summary>
    public static ImmutableArray<LiftedParameter> Parameters(AttestationOutcome attestation) =>
        [Effect(ReferenceIds.Of(attestation.Name), attestation.DisplayName, EffectNames.Attesting, attestation.Source.Location)];

    private static LiftedParameter Effect(string referenceId, string policyName, ImmutableArray<string> effects, SourceLocation at) =>
        new(referenceId, "effect", Named(ParameterJson.Effect(effects), policyName), Shared: null, Constant: null, at);

    // Beside the parameters of all other policies, a display name has to say whose parameter it is.
    private static JObject Named(JProperty parameter, string policyName)
    {
        var declaration = (JObject)parameter.Value.DeepClone();
        if (declaration["metadata"] is JObject metadata) metadata["displayName"] = $"{(string?)metadata["displayName"]}: {policyName}";
        return declaration;
    }
}
