using System.Collections.Frozen;

namespace Plumbline.Policy.Functions;

/// <summary>Template functions of ARM that a policy rule cannot use.</summary>
internal static class UnsupportedFunctions
{
    // Documented as not available in policy rules.
    private static readonly FrozenSet<string> Forbidden = new[]
    {
        "copyIndex", "dateTimeAdd", "dateTimeFromEpoch", "dateTimeToEpoch", "deployment", "environment", "extensionResourceId",
        "managementGroup", "newGuid", "pickZones", "providers", "reference", "resourceId", "subscriptionResourceId", "tenantResourceId", "tenant",
        "variables", "lambda", "lambdaVariables", "map", "filter", "reduce", "sort", "groupBy", "mapValues",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Not documented as forbidden, but not in the table of the policy team's linter either.
    private static readonly FrozenSet<string> NotAmongSupported = new[]
    {
        "indexFromEnd", "tryIndexFromEnd", "objectKeys", "shallowMerge", "flatten", "parseCidr", "cidrSubnet", "cidrHost", "toObject",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsForbidden(string name) => Forbidden.Contains(name) || name.StartsWith("list", StringComparison.OrdinalIgnoreCase);

    public static bool IsNotAmongSupported(string name) => NotAmongSupported.Contains(name);
}
