using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>Reads a plan from JSON; every problem is told with its place. The schema is the one of <c>GET /emulator/faults</c>.</summary>
internal sealed class FaultPlanReader
{
    private const int MaxFaults = 100;
    private const int MaxMilliseconds = 600_000;
    private const int MaxSeconds = 3600;

    private static readonly ImmutableDictionary<FaultKind, ImmutableArray<string>> Members = new Dictionary<FaultKind, ImmutableArray<string>>
    {
        [FaultKind.Latency] = ["milliseconds", "maximumMilliseconds"],
        [FaultKind.Throttle] = ["retryAfterSeconds"],
        [FaultKind.Unavailable] = ["retryAfterSeconds"],
        [FaultKind.DelayedVisibility] = ["reads", "seconds"],
        [FaultKind.PageSize] = ["size"],
    }.ToImmutableDictionary();

    private readonly PlanMembers members = new();

    private FaultPlanReader()
    {
    }

    /// <summary>The plan; or null and what is wrong, a sentence each.</summary>
    public static (FaultPlan? Plan, ImmutableArray<string> Problems) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Json.Strict);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            return (null, [$"It is not JSON: {problem.Message}"]);
        }
    }

    /// <summary>The plan; or null and what is wrong, a sentence each.</summary>
    public static (FaultPlan? Plan, ImmutableArray<string> Problems) Read(JsonElement root)
    {
        var reader = new FaultPlanReader();
        var plan = reader.Plan(root);
        return reader.members.Problems is { IsEmpty: false } problems ? (null, problems) : (plan, []);
    }

    private FaultPlan Plan(JsonElement root)
    {
        if (!members.IsObject(root, "$", ["seed", "faults"])) return FaultPlan.None;
        var list = root.Property("faults");
        if (list is not { ValueKind: JsonValueKind.Array } faults)
        {
            members.Add("'$.faults' must be an array of faults.");
            return FaultPlan.None;
        }

        if (faults.GetArrayLength() > MaxFaults) members.Add($"'$.faults' has more than {MaxFaults} faults.");
        var seed = members.Integer(root, "$", "seed", 0, int.MinValue, int.MaxValue);
        return new FaultPlan(seed, [.. faults.EnumerateArray().Take(MaxFaults).Select((item, index) => Fault(item, $"$.faults[{index}]"))]);
    }

    private Fault Fault(JsonElement item, string at)
    {
        if (KindOf(item, at) is not { } kind) return new Fault(string.Empty, FaultKind.Latency, FaultFilter.All);
        var own = Members.GetValueOrDefault(kind, []);
        members.IsObject(item, at, ["kind", "name", "match", .. own]);
        var milliseconds = members.Integer(item, at, "milliseconds", 0, 0, MaxMilliseconds);
        var (reads, seconds) = (members.Integer(item, at, "reads", 0, 0, PlanMembers.MaxCount), members.Integer(item, at, "seconds", 0, 0, MaxSeconds));
        if (kind == FaultKind.DelayedVisibility && reads == 0 == (seconds == 0)) members.Add($"'{at}' must have one of 'reads' and 'seconds', above 0.");
        if (kind == FaultKind.PageSize && item.Property("size") is null) members.Add($"'{at}.size' is missing.");
        if (kind == FaultKind.Latency && item.Property("milliseconds") is null) members.Add($"'{at}.milliseconds' is missing.");
        return new Fault(members.Text(item, at, "name") ?? NameOf(kind), kind, FaultFilterReader.Read(item, at, kind, members))
        {
            Milliseconds = milliseconds,
            MaximumMilliseconds = members.Integer(item, at, "maximumMilliseconds", milliseconds, milliseconds, MaxMilliseconds),
            RetryAfterSeconds = members.Integer(item, at, "retryAfterSeconds", 1, 0, MaxSeconds),
            Reads = reads,
            Seconds = seconds,
            Size = members.Integer(item, at, "size", 1, 1, Paging.MaxPageSize),
        };
    }

    private FaultKind? KindOf(JsonElement item, string at)
    {
        var given = item.Text("kind");
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            if (NameOf(kind) == given) return kind;
        }

        members.Add($"'{at}.kind' must be one of {string.Join(", ", Enum.GetValues<FaultKind>().Select(NameOf))}.");
        return null;
    }

    /// <summary>The kind as JSON has it.</summary>
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
