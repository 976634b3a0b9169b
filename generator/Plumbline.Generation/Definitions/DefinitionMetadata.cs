using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;

namespace Plumbline.Generation.Definitions;

/// <summary>The metadata of generated definitions. Every property stays below Azure's 1,024 characters.</summary>
/// <param name="catalog">The catalog they come from.</param>
/// <param name="member">The feature they are for.</param>
internal sealed class DefinitionMetadata(ServiceCatalog catalog, CatalogMember member)
{
    /// <summary>The metadata of a custom definition.</summary>
    public JObject Of(DefinitionHeader header, string version)
    {
        var metadata = Common(version, header.Severity);
        metadata.Add("aliasStatus", header.IsDerived ? "derived" : "published");
        if (member.IsCompensating) metadata.Add("compensating", true);
        metadata.Add(SecurityCenter(header.Remediation, header.Severity));
        return metadata;
    }

    /// <summary>The metadata of an attestation.</summary>
    public JObject Of(AttestationOutcome attestation)
    {
        var metadata = Common(attestation.Version, attestation.Severity);
        metadata.Add("evidence", attestation.Evidence);
        metadata.Add(SecurityCenter(attestation.Remediation, attestation.Severity));
        return metadata;
    }

    private JObject Common(string version, string severity) => new(
        new JProperty("version", version),
        new JProperty("category", catalog.Service.Category),
        new JProperty("benchmark", $"{catalog.Benchmark.Name} {catalog.Benchmark.Version}"),
        new JProperty("control", member.ControlId),
        new JProperty("feature", member.Feature.Id),
        new JProperty("severity", severity));

    // The keys that Microsoft Defender for Cloud reads from custom recommendations, with its spelling.
    private static JProperty SecurityCenter(string remediation, string severity) => new("securityCenter", new JObject(
        new JProperty("RemediationDescription", remediation),
        new JProperty("Severity", ReferenceIds.Pascal(severity))));
}
