using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Policy.Schemas;

namespace Plumbline.Emulator.Wire;

/// <summary>Which api-versions each type answers to: those of Azure's published schemas (<see cref="ResourceSchemas"/>), and of a few types that have no schema.</summary>
internal static class ApiVersions
{
    // What Azure Resource Manager serves itself words its refusal otherwise than what it forwards to a provider.
    private static readonly ImmutableArray<string> OwnNamespaces =
        ["Microsoft.Authorization", "Microsoft.Resources", "Microsoft.PolicyInsights", "Microsoft.Management", "Microsoft.ResourceGraph"];

    private static readonly ImmutableArray<string> ResourceManagement =
    [
        "2025-04-01", "2025-03-01", "2024-11-01", "2024-07-01", "2024-03-01", "2023-07-01", "2022-12-01", "2022-09-01", "2021-04-01", "2021-01-01",
        "2020-10-01", "2020-08-01", "2020-06-01", "2020-01-01", "2019-11-01", "2019-10-01", "2019-08-01", "2019-07-01", "2019-06-01", "2019-05-10",
        "2019-05-01", "2019-03-01", "2018-06-01", "2018-05-01", "2018-02-01", "2018-01-01", "2017-05-10", "2016-09-01", "2016-06-01",
    ];

    private static readonly ImmutableArray<string> Insights = ["2024-10-01", "2019-10-01", "2018-07-01-preview", "2018-04-04"];

    // Operations without a schema, and versions that a schema does not list but that clients send; the schema's are added.
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> ByType =
        new Dictionary<string, ImmutableArray<string>>
        {
            ["Microsoft.PolicyInsights/policyStates"] = Insights,
            ["Microsoft.PolicyInsights/policyEvents"] = Insights,
            ["Microsoft.PolicyInsights/componentPolicyStates"] = ["2024-10-01", "2022-04-01"],
            ["Microsoft.PolicyInsights/operations"] = ["2024-10-01", "2024-04-01", "2023-03-01", "2022-04-01", "2020-07-01", "2019-10-01", "2018-07-01-preview", "2018-04-04"],
            ["Microsoft.PolicyInsights/checkPolicyRestrictions"] = ["2024-10-01", "2023-03-01", "2022-03-01", "2020-07-01", "2020-07-01-preview"],
            ["Microsoft.PolicyInsights/policyTrackedResources"] = ["2018-07-01-preview"],
            ["Microsoft.PolicyInsights/policyMetadata"] = ["2024-10-01", "2019-10-01"],
            ["Microsoft.PolicyInsights/asyncOperationResults"] = ["2024-10-01", "2019-10-01"],
            ["Microsoft.Authorization/dataPolicyManifests"] = ["2020-09-01"],
            ["Microsoft.ResourceGraph/resources"] = ["2024-04-01", "2022-10-01", "2021-06-01-preview", "2021-03-01", "2020-04-01-preview", "2019-04-01", "2018-09-01-preview"],
            ["Microsoft.Resources/deployments"] =
            [
                "2026-06-01", "2025-04-01", "2025-03-01", "2024-11-01", "2024-07-01", "2024-03-01", "2023-07-01", "2022-09-01", "2021-04-01", "2021-01-01", "2020-10-01", "2020-08-01",
                "2020-06-01", "2019-10-01", "2019-08-01", "2019-07-01", "2019-05-10", "2019-05-01", "2019-03-01", "2018-05-01", "2018-02-01", "2017-05-10", "2016-09-01", "2016-07-01",
                "2016-02-01", "2015-11-01",
            ],
            ["Microsoft.Resources/subscriptions"] = ResourceManagement,
            ["Microsoft.Resources/resourceGroups"] = ResourceManagement,
        }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, ImmutableArray<string>> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The api-versions of a full type, newest first, a preview after the stable version of its day; empty when the type has no list.</summary>
    public static ImmutableArray<string> Of(string type) =>
        Known.TryGetValue(type, out var versions) ? versions
        : Read(type) is { IsEmpty: false } read ? Known.GetOrAdd(type, read)
        : [];

    /// <summary>What is wrong with the api-version of a request for <paramref name="type"/>; null when nothing is. Of a type without a list any date is right.</summary>
    public static ArmError? Check(string type, string? apiVersion) => Check(type, apiVersion, "global");

    /// <summary>As above; a provider's refusal names the location of the resource.</summary>
    public static ArmError? Check(string type, string? apiVersion, string location)
    {
        if (string.IsNullOrEmpty(apiVersion)) return ArmErrors.MissingApiVersion();
        var supported = Of(type);
        if (supported.IsEmpty) return IsWellFormed(apiVersion) ? null : ArmErrors.MalformedApiVersion(apiVersion);
        if (supported.Contains(apiVersion, StringComparer.OrdinalIgnoreCase)) return null;
        return IsOwn(type) ? ArmErrors.InvalidApiVersion(apiVersion, supported) : ProviderErrors.NoRegisteredProvider(type, apiVersion, location, supported);
    }

    /// <summary>The newest api-version of a type, a preview only where there is nothing else; null when the type has no list.</summary>
    public static string? Newest(string type) =>
        Of(type).FirstOrDefault(version => version.Length == "yyyy-MM-dd".Length) ?? Of(type).FirstOrDefault();

    /// <summary>Whether <paramref name="apiVersion"/> is <paramref name="first"/> or younger.</summary>
    public static bool IsSince(string apiVersion, string first) =>
        string.CompareOrdinal(apiVersion, 0, first, 0, "yyyy-MM-dd".Length) >= 0;

    private static bool IsOwn(string type) => OwnNamespaces.Any(name => type.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<string> Read(string type) =>
    [
        .. ResourceSchemas.Published.ApiVersions(type).Concat(ByType.GetValueOrDefault(type, []))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(version => version[.."yyyy-MM-dd".Length], StringComparer.Ordinal)
            .ThenBy(version => version.Length)
            .ThenByDescending(version => version, StringComparer.Ordinal),
    ];

    private static bool IsWellFormed(string apiVersion)
    {
        var date = apiVersion.EndsWith("-preview", StringComparison.OrdinalIgnoreCase) ? apiVersion[..^"-preview".Length] : apiVersion;
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", out _);
    }
}
