using System.Collections.Frozen;
using Plumbline.Policy.Diagnostics;

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
        "deployer", "externalInput", "managementGroupResourceId", "references", "toLogicalZone", "toLogicalZones", "toPhysicalZone", "toPhysicalZones",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsForbidden(string name) => Forbidden.Contains(name) || name.StartsWith("list", StringComparison.OrdinalIgnoreCase);

    public static bool IsNotAmongSupported(string name) => NotAmongSupported.Contains(name);

    /// <summary>Why a name that is not in the table of functions cannot be called, as a sentence without a full stop.</summary>
    public static string Describe(string name)
    {
        if (IsForbidden(name))
            return $"{ValueDescription.Quote(name)} is a function of deployment templates that policy rules cannot use{(string.Equals(name, "dateTimeAdd", StringComparison.OrdinalIgnoreCase) ? "; use addDays()" : "")}";
        if (IsNotAmongSupported(name)) return $"{ValueDescription.Quote(name)} is not among the functions Azure Policy supports";
        var nearest = NearestName.Find(name, FunctionTable.Names);
        return $"{ValueDescription.Quote(name)} is not a function{(nearest is null ? "" : $"; did you mean '{nearest}'?")}";
    }
}
