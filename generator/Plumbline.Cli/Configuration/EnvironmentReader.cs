using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Cli.Environments;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads an environment whose form was checked. What is missing or of another kind was reported there; what does not fit together is reported here.</summary>
/// <param name="defaultOwner">The owner id of the whole file, or null.</param>
/// <param name="found">Takes the problems.</param>
internal sealed partial class EnvironmentReader(string? defaultOwner, ImmutableArray<Diagnostic>.Builder found)
{
    /// <summary>The owner of what is deployed to an endpoint on this machine when the configuration names none.</summary>
    public const string LocalOwnerId = "5b0d7c1e-4f3a-4c62-9d18-6a2e8f7b9c04";

    /// <summary>The environment; of use only when no error was found.</summary>
    public ConfiguredEnvironment Read(YamlScalar name, YamlMapping settings)
    {
        CheckName(name);
        var cloud = settings.TextOrNull("cloud") ?? "public";
        var endpoint = Endpoint(name.Text, cloud, settings);
        var deployment = new DeploymentEnvironment(
            name.Text, CloudName(cloud, endpoint), settings.TextOrNull("tenant")?.ToLowerInvariant(), DefinitionScope(settings), OwnerId(name, settings, IsLocal(cloud, endpoint)), name.Location);
        var rings = new RingReader(found);
        var assignments = new AssignmentReader(deployment.DefinitionScope, found).Read(settings);
        return new ConfiguredEnvironment(
            deployment with
            {
                Assignments = assignments,
                Exemptions = new ExemptionReader(found).Read(ExemptionItems(settings).OfType<YamlMapping>()),
                Rings = rings.Read(settings, assignments),
                Ring = rings.Current(settings),
                Guards = Guards(settings),
            },
            cloud,
            endpoint,
            [.. ExemptionItems(settings).OfType<YamlScalar>().Select(path => (path.Text, path.Location))]);
    }

    private static ImmutableArray<YamlNode> ExemptionItems(YamlMapping settings) => settings["exemptions"] switch
    {
        YamlSequence list => list.Items,
        { } one => [one],
        null => [],
    };

    // The name becomes part of texts in which ':' separates, and of file names.
    private void CheckName(YamlScalar name)
    {
        if (name.Text == EnvironmentLoader.Local) found.Add(DiagnosticCatalog.ReservedEnvironment(name.Location, EnvironmentLoader.Local));
        if (!Names.IsMatch(name.Text)) found.Add(DiagnosticCatalog.EnvironmentNameInvalid(name.Location, name.Text));
    }

    private Uri? Endpoint(string name, string cloud, YamlMapping settings)
    {
        var isKnown = cloud is not ("custom" or "local");
        var entry = settings.Entry("endpoint");
        if (!isKnown && entry is null) found.Add(DiagnosticCatalog.EndpointMissing(settings.LocationOf("cloud"), name, cloud));
        if (isKnown && entry is not null && settings["cloud"] is not null) found.Add(DiagnosticCatalog.EndpointOfKnownCloud(entry.Key.Location, cloud));

        var endpoint = Uri.TryCreate(settings.TextOrNull("endpoint"), UriKind.Absolute, out var given) ? given : null;
        if (cloud == "local" && endpoint is { IsLoopback: false }) found.Add(DiagnosticCatalog.EndpointNotLocal(settings.LocationOf("endpoint"), endpoint.ToString()));
        return endpoint;
    }

    private static bool IsLocal(string cloud, Uri? endpoint) => cloud == "local" || (cloud == "custom" && endpoint is { IsLoopback: true });

    private static string CloudName(string cloud, Uri? endpoint) => cloud switch
    {
        "government" => "AzureUSGovernment",
        "china" => "AzureChinaCloud",
        "local" or "custom" => IsLocal(cloud, endpoint) ? "Local" : "Custom",
        _ => "AzureCloud",
    };

    private string DefinitionScope(YamlMapping settings)
    {
        var text = settings.Text("definitionScope").TrimEnd('/');
        if (text.Length == 0) return text;
        var scope = ArmScope.Parse(text);
        if (scope is null) found.Add(DiagnosticCatalog.ScopeMalformed(settings.LocationOf("definitionScope"), text));
        else if (scope.Kind is ArmScopeKind.ResourceGroup or ArmScopeKind.Resource) found.Add(DiagnosticCatalog.DefinitionScopeTooLow(settings.LocationOf("definitionScope"), text, scope.Root));
        return text;
    }

    private string OwnerId(YamlScalar name, YamlMapping settings, bool isLocal)
    {
        if ((settings.TextOrNull("ownerId") ?? defaultOwner) is { } owner) return owner.ToLowerInvariant();
        if (!isLocal) found.Add(DiagnosticCatalog.OwnerIdMissing(name.Location, name.Text));
        return LocalOwnerId;
    }

    private DeploymentGuards Guards(YamlMapping settings)
    {
        if (settings.MappingOrNull("guards") is not { } guards) return DeploymentGuards.Default;
        foreach (var role in guards["privilegedRoles"] is YamlSequence list ? list.Items.OfType<YamlScalar>() : [])
        {
            if (RoleNames.IdOf(role.Text) is null) found.Add(DiagnosticCatalog.RoleUnknown(role.Location, role.Text, RoleNames.Nearest(role.Text)));
        }

        var maximum = int.TryParse(guards.TextOrNull("maxDeletes"), NumberStyles.None, CultureInfo.InvariantCulture, out var deletes) ? deletes : DeploymentGuards.Default.MaximumDeletes;
        return new DeploymentGuards(maximum, guards.Texts("protect"), guards.Texts("privilegedRoles")) { RequiresVersions = guards.TextOrNull("versionBump") == "required" };
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names { get; }
}
