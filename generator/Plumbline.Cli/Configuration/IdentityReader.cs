using System.Collections.Immutable;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads the identity of an assignment.</summary>
/// <param name="found">Takes the problems.</param>
internal sealed class IdentityReader(ImmutableArray<Diagnostic>.Builder found)
{
    private const string UserAssigned = "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/";

    /// <summary>The identity, or null when neither it nor a location is written.</summary>
    public IdentityDeclaration? Read(YamlMapping assignment)
    {
        var identity = assignment.MappingOrNull("identity");
        var owner = identity?["location"] is not null ? identity : assignment;
        var location = RegionOf(owner.TextOrNull("location"));
        if (identity is null && location is null) return null;

        if (location is null) found.Add(DiagnosticCatalog.IdentityLocationMissing(assignment.Entry("identity")?.Key.Location ?? assignment.Location));
        // Regions only: Azure accepts 'global' for an assignment without identity, and refuses it with one.
        if (location == "global") found.Add(DiagnosticCatalog.IdentityNotRegional(owner.LocationOf("location")));
        if (identity is not null) CheckKind(identity);
        return new IdentityDeclaration(identity?.TextOrNull("id"), location ?? "") { PrincipalId = identity?.TextOrNull("principalId")?.ToLowerInvariant() };
    }

    /// <summary>The name of a region as ids have it: <c>West Europe</c> is <c>westeurope</c>.</summary>
    public static string? RegionOf(string? text) => text?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private void CheckKind(YamlMapping identity)
    {
        var (type, id) = (identity.TextOrNull("type"), identity.TextOrNull("id"));
        if (type == "UserAssigned" && id is null) found.Add(DiagnosticCatalog.IdentityIdNeeded(identity.LocationOf("type")));
        if (type == "SystemAssigned" && id is not null) found.Add(DiagnosticCatalog.IdentityIdUnneeded(identity.LocationOf("id")));
        if (id is not null && (ArmScope.Parse(id)?.Kind != ArmScopeKind.Resource || !id.Contains(UserAssigned, StringComparison.OrdinalIgnoreCase)))
            found.Add(DiagnosticCatalog.IdentityIdMalformed(identity.LocationOf("id"), id));
    }
}
