using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Remediations;

/// <summary>What a remediation is asked to do.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="ReferenceId">The member of the initiative; null for a definition that is assigned directly.</param>
/// <param name="DiscoveryMode"><c>ExistingNonCompliant</c> or <c>ReEvaluateCompliance</c>.</param>
/// <param name="Locations">Where resources have to be, without blanks; empty for everywhere.</param>
/// <param name="ResourceIds">The only resources to look at; empty for all.</param>
/// <param name="ResourceCount">How many resources at most.</param>
/// <param name="ParallelDeployments">How many at a time.</param>
/// <param name="FailureThreshold">The share of failures, 0 to 1, above which it ends; null for none.</param>
internal sealed record RemediationRequest(
    string AssignmentId,
    string? ReferenceId,
    string DiscoveryMode,
    ImmutableArray<string> Locations,
    ImmutableArray<string> ResourceIds,
    int ResourceCount,
    int ParallelDeployments,
    double? FailureThreshold)
{
    private const int DefaultResources = 500;
    private const int MaxResources = 50_000;
    private const int DefaultParallel = 10;
    private const int MaxParallel = 30;
    private const int MaxResourceIds = 100;

    /// <summary>Reads the properties of a remediation.</summary>
    /// <param name="remediation">The remediation as it was sent, or as it is stored.</param>
    /// <returns>The request, or what is wrong as a whole sentence.</returns>
    public static (RemediationRequest? Request, string? Problem) Parse(StoredResource remediation)
    {
        if (remediation.PropertyText("policyAssignmentId") is not { Length: > 0 } assignment) return (null, "The property 'policyAssignmentId' is required.");
        var mode = Word(remediation.Property("resourceDiscoveryMode"), RemediationTypes.ExistingNonCompliant, RemediationTypes.ReEvaluateCompliance);
        if (mode is null)
            return (null, $"The 'resourceDiscoveryMode' must be one of '{RemediationTypes.ExistingNonCompliant}, {RemediationTypes.ReEvaluateCompliance}'.");
        if (Number(remediation.Property("resourceCount"), DefaultResources, MaxResources) is not { } count) return (null, $"The 'resourceCount' must be a number from 1 to {MaxResources}.");
        if (Number(remediation.Property("parallelDeployments"), DefaultParallel, MaxParallel) is not { } parallel) return (null, $"The 'parallelDeployments' must be a number from 1 to {MaxParallel}.");
        if (!TryThreshold(remediation.Property("failureThreshold"), out var threshold)) return (null, "The 'failureThreshold.percentage' must be a number from 0.0 to 1.0.");
        if (Texts(remediation, "locations") is not { } locations) return (null, "The 'filters.locations' must be a list of locations.");
        if (Texts(remediation, "resourceIds") is not { Length: <= MaxResourceIds } ids) return (null, $"The 'filters.resourceIds' must be a list of at most {MaxResourceIds} resource ids.");
        if (ids.FirstOrDefault(id => ResourceId.TryParse(id) is null) is { } wrong) return (null, $"The 'filters.resourceIds' hold '{wrong}', which is not a resource id.");
        return (new(assignment, remediation.PropertyText("policyDefinitionReferenceId") is { Length: > 0 } reference ? reference : null, mode, locations, ids, count, parallel, threshold), null);
    }

    // Missing is the first word.
    private static string? Word(JsonElement? value, params ReadOnlySpan<string> words)
    {
        if (IsMissing(value)) return words[0];
        foreach (var word in words)
        {
            if (value is { ValueKind: JsonValueKind.String } text && string.Equals(text.GetString(), word, StringComparison.OrdinalIgnoreCase)) return word;
        }

        return null;
    }

    private static int? Number(JsonElement? value, int whenMissing, int max)
    {
        if (IsMissing(value)) return whenMissing;
        return value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var given) && given >= 1 && given <= max ? given : null;
    }

    private static bool TryThreshold(JsonElement? value, out double? threshold)
    {
        threshold = null;
        if (IsMissing(value)) return true;
        if (value?.Property("percentage") is not { } percentage || IsMissing(percentage)) return value is { ValueKind: JsonValueKind.Object };
        if (percentage.ValueKind != JsonValueKind.Number || !double.TryParse(percentage.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var given)) return false;
        threshold = given;
        return given is >= 0 and <= 1;
    }

    private static ImmutableArray<string>? Texts(StoredResource remediation, string name)
    {
        var filters = remediation.Property("filters");
        if (IsMissing(filters)) return [];
        if (filters is not { ValueKind: JsonValueKind.Object } given) return null;
        if (given.Property(name) is not { } list || IsMissing(list)) return [];
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)) return null;
        return [.. list.EnumerateArray().Select(item => item.GetString() ?? "").Where(item => item.Length > 0)];
    }

    private static bool IsMissing(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined };
}
