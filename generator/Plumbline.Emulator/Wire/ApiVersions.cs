using System.Collections.Immutable;

namespace Plumbline.Emulator.Wire;

/// <summary>Which api-versions each type answers to, newest first: the lists of Azure's published schemas (Azure.Bicep.Types.Az 0.2.972).</summary>
internal static class ApiVersions
{
    private static readonly ImmutableArray<string> SinceVersioning =
    [
        "2026-07-01", "2026-06-01", "2026-01-01-preview", "2025-12-01-preview", "2025-11-01", "2025-03-01", "2025-01-01", "2024-05-01", "2023-04-01",
    ];

    private static readonly ImmutableArray<string> SinceModes =
    [
        .. SinceVersioning, "2021-06-01", "2020-09-01", "2020-03-01", "2019-09-01", "2019-06-01", "2019-01-01", "2018-05-01", "2018-03-01",
    ];

    private static readonly ImmutableArray<string> ResourceManagement =
    [
        "2025-04-01", "2025-03-01", "2024-11-01", "2024-07-01", "2024-03-01", "2023-07-01", "2022-12-01", "2022-09-01", "2021-04-01", "2021-01-01",
        "2020-10-01", "2020-08-01", "2020-06-01", "2020-01-01", "2019-11-01", "2019-10-01", "2019-08-01", "2019-07-01", "2019-06-01", "2019-05-10",
        "2019-05-01", "2019-03-01", "2018-06-01", "2018-05-01", "2018-02-01", "2018-01-01", "2017-05-10", "2016-09-01", "2016-06-01",
    ];

    // INVARIANT: newest first; a preview sorts by its date.
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> ByType =
        new Dictionary<string, ImmutableArray<string>>
        {
            ["Microsoft.Authorization/policyDefinitions"] =
                [.. SinceModes, "2016-12-01", "2016-04-01", "2015-11-01", "2015-10-01-preview"],
            ["Microsoft.Authorization/policySetDefinitions"] =
                [.. SinceModes, "2017-06-01-preview"],
            ["Microsoft.Authorization/policyAssignments"] = AssignmentVersions(),
            ["Microsoft.PolicyInsights/remediations"] = ["2024-10-01", "2021-10-01", "2019-07-01", "2018-07-01-preview"],
            ["Microsoft.PolicyInsights/attestations"] = ["2024-10-01", "2022-09-01", "2021-01-01"],
            ["Microsoft.PolicyInsights/policyStates"] = ["2024-10-01", "2019-10-01"],
            ["Microsoft.PolicyInsights/asyncOperationResults"] = ["2024-10-01", "2019-10-01"],
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

    /// <summary>What is wrong with the api-version of a request for <paramref name="type"/>; null when nothing is.</summary>
    public static ArmError? Check(string type, string? apiVersion)
    {
        if (string.IsNullOrEmpty(apiVersion)) return ArmErrors.MissingApiVersion();
        if (ByType.TryGetValue(type, out var supported))
        {
            return supported.Contains(apiVersion, StringComparer.OrdinalIgnoreCase) ? null : ArmErrors.InvalidApiVersion(apiVersion, supported);
        }

        return IsWellFormed(apiVersion) ? null : ArmErrors.MalformedApiVersion(apiVersion);
    }

    /// <summary>The newest api-version of a type that is no preview; null when the type has no list.</summary>
    public static string? Newest(string type) =>
        ByType.TryGetValue(type, out var versions) ? versions.FirstOrDefault(version => !version.EndsWith("-preview", StringComparison.Ordinal)) : null;

    /// <summary>Whether <paramref name="apiVersion"/> is <paramref name="first"/> or younger.</summary>
    public static bool IsSince(string apiVersion, string first) =>
        string.CompareOrdinal(apiVersion, 0, first, 0, "yyyy-MM-dd".Length) >= 0;

    // 2022-06-01 and 2024-04-01 exist for assignments only.
    private static ImmutableArray<string> AssignmentVersions() =>
    [
        .. SinceModes.Concat(["2024-04-01", "2022-06-01", "2017-06-01-preview", "2016-12-01", "2016-04-01", "2015-11-01", "2015-10-01-preview"])
            .OrderDescending(StringComparer.Ordinal),
    ];

    private static bool IsWellFormed(string apiVersion)
    {
        var date = apiVersion.EndsWith("-preview", StringComparison.OrdinalIgnoreCase) ? apiVersion[..^"-preview".Length] : apiVersion;
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", out _);
    }
}
