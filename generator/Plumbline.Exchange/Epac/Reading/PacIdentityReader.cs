using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Reads what a node says of identities and their roles.</summary>
internal sealed class PacIdentityReader(ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>The regions by environment.</summary>
    public static ImmutableDictionary<string, string> Locations(EpacObject json)
    {
        var locations = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (json.Object("managedIdentityLocations") is { } many)
        {
            foreach (var key in many.Keys)
            {
                if (many.Text(key) is { } location) locations[key] = location;
            }
        }

        // An older spelling, with one region for all.
        if (json.IsObject("managedIdentityLocation") && json.Object("managedIdentityLocation") is { } older)
        {
            foreach (var key in older.Keys)
            {
                if (older.Text(key) is { } location) locations[key] = location;
            }
        }
        else if (json.Text("managedIdentityLocation") is { } one)
        {
            locations["*"] = one;
        }

        return locations.ToImmutable();
    }

    /// <summary>The user-assigned identities.</summary>
    public static IEnumerable<(string Selector, string? Target, string Identity)> UserAssigned(EpacObject json)
    {
        if (json.Object("userAssignedIdentity") is not { } identities) yield break;
        foreach (var selector in identities.Keys)
        {
            if (!identities.IsList(selector))
            {
                if (identities.Text(selector) is { } one) yield return (selector, null, one);
                continue;
            }

            foreach (var item in identities.Objects(selector))
            {
                var target = item.Text("policySetName", "policySetId", "policyName", "policyId", "initiativeName", "initiativeId");
                if (item.Text("identity") is { } identity) yield return (selector, target is null ? null : MemberLookup.NameOf(target), identity);
                else item.Wrong("identity", "a resource id");
                item.Finish();
            }
        }
    }

    /// <summary>One additional role.</summary>
    public RoleGrant? Role(EpacObject json)
    {
        var (role, scope) = (json.Text("roleDefinitionId"), json.Text("scope"));
        if (json.Truth("crossTenant") is true) problems.Add(DiagnosticCatalog.NotImported(json.AtOf("crossTenant"), "'crossTenant'", "Plumbline writes to one tenant"));
        if (role is null || scope is null) problems.Add(DiagnosticCatalog.ImportValueInvalid(json.At, "an additional role", "given by roleDefinitionId and scope"));
        json.Finish();
        return role is null || scope is null ? null : new(role, scope, json.At);
    }
}
