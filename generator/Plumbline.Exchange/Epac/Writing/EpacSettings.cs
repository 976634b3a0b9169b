using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Writing;

/// <summary>Writes <c>global-settings.jsonc</c>.</summary>
internal sealed class EpacSettings(ImmutableArray<Diagnostic>.Builder problems)
{
    private const string NoTenant = "00000000-0000-0000-0000-000000000000";
    private const string AnyLocation = "westeurope";

    private static readonly string[] Clouds = ["AzureCloud", "AzureChinaCloud", "AzureUSGovernment"];

    /// <summary>The file.</summary>
    public ExchangeFile Write(ImmutableArray<DeploymentEnvironment> environments)
    {
        foreach (var other in environments.Skip(1).Where(other => !string.Equals(other.OwnerId, environments[0].OwnerId, StringComparison.OrdinalIgnoreCase)))
            problems.Add(DiagnosticCatalog.ExportRefused(other.At, $"the environment '{other.Name}'", "all environments of a folder have one pacOwnerId, and its ownerId is another one than that of the first", "export it into a folder of its own"));
        var settings = JsonText.Object(
            ("$schema", new TextValue(EpacFormat.Schema("global-settings"))),
            ("pacOwnerId", new TextValue(environments[0].OwnerId)),
            ("pacEnvironments", new ArrayValue([.. environments.Select(Environment)])));
        return new(EpacFormat.SettingsFile, JsonText.Of(settings));
    }

    private ObjectValue Environment(DeploymentEnvironment environment)
    {
        if (!Clouds.Contains(environment.Cloud, StringComparer.Ordinal))
            problems.Add(DiagnosticCatalog.ExportRefused(environment.At, $"the environment '{environment.Name}'", $"the cloud '{environment.Cloud}' is unknown to {EpacFormat.Title}", $"its clouds are {string.Join(", ", Clouds)}"));
        if (environment.TenantId is null)
            problems.Add(DiagnosticCatalog.ExportValueAssumed(environment.At, $"the tenant of '{environment.Name}'", NoTenant, "set 'tenant' of the environment"));
        if (environment.Guards != DeploymentGuards.Default)
            problems.Add(DiagnosticCatalog.NotExpressible(environment.At, $"the guards of '{environment.Name}'", EpacFormat.Title));
        return JsonText.Object(
            ("pacSelector", new TextValue(environment.Name)),
            ("cloud", new TextValue(environment.Cloud)),
            ("tenantId", new TextValue(environment.TenantId ?? NoTenant)),
            ("deploymentRootScope", new TextValue(environment.DefinitionScope)),
            ("managedIdentityLocation", new TextValue(Location(environment))),
            ("desiredState", JsonText.Object(("strategy", new TextValue("ownedOnly")), ("keepDfcSecurityAssignments", BooleanValue.Of(true)))));
    }

    private string Location(DeploymentEnvironment environment)
    {
        if (environment.Assignments.Select(assignment => assignment.Identity?.Location).FirstOrDefault(location => location is not null) is { } known) return known;
        problems.Add(DiagnosticCatalog.ExpressedDifferently(environment.At, $"the location of identities in '{environment.Name}'", $"no assignment has an identity; '{AnyLocation}' stands there because the key is required"));
        return AnyLocation;
    }
}
