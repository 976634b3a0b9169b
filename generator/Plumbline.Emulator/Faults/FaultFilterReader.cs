using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>Reads which requests a fault of a plan meets.</summary>
internal static class FaultFilterReader
{
    private static readonly ImmutableArray<string> Methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
    private static readonly ImmutableArray<string> Known = ["methods", "path", "nth", "count", "probability"];

    /// <summary>The filter: what <c>match</c> says, and of the rest what is natural for the kind.</summary>
    public static FaultFilter Read(JsonElement item, string at, FaultKind kind, PlanMembers members)
    {
        // A fault that only means something for certain requests is not counted on others.
        var natural = kind switch
        {
            FaultKind.PrincipalNotFound => FaultFilter.All with { Methods = ["PUT"], Path = "*/providers/Microsoft.Authorization/roleAssignments/*" },
            FaultKind.DelayedVisibility => FaultFilter.All with { Methods = ["PUT"] },
            FaultKind.PageSize => FaultFilter.All with { Methods = ["GET"] },
            _ => FaultFilter.All,
        };
        if (item.Property("match") is not { } match) return natural;
        at += ".match";
        if (!members.IsObject(match, at, Known)) return natural;
        return new FaultFilter(
            MethodsOf(match, at, members) ?? natural.Methods,
            members.Text(match, at, "path") ?? natural.Path,
            members.Integer(match, at, "nth", 1, 1, PlanMembers.MaxCount),
            match.Property("count") is null ? null : members.Integer(match, at, "count", 1, 1, PlanMembers.MaxCount),
            Probability(match, at, members));
    }

    private static ImmutableArray<string>? MethodsOf(JsonElement match, string at, PlanMembers members)
    {
        if (match.Property("methods") is not { } given) return null;
        var methods = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(method => method.ValueKind == JsonValueKind.String ? method.GetString()?.ToUpperInvariant() ?? "" : "").ToImmutableArray()
            : [];
        if (methods.IsEmpty || methods.Any(method => !Methods.Contains(method))) members.Add($"'{at}.methods' must be an array of some of {string.Join(", ", Methods)}.");
        return methods;
    }

    private static double Probability(JsonElement match, string at, PlanMembers members)
    {
        if (match.Property("probability") is not { } given) return 1;
        if (given.ValueKind == JsonValueKind.Number && given.TryGetDouble(out var number) && number is >= 0 and <= 1) return number;
        members.Add($"'{at}.probability' must be a number from 0 to 1.");
        return 1;
    }
}
