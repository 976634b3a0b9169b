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
    private const int MaxCount = 1_000_000;

    private static readonly ImmutableArray<string> Methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
    private static readonly ImmutableArray<string> FilterMembers = ["methods", "path", "nth", "count", "probability"];

    private static readonly ImmutableDictionary<FaultKind, ImmutableArray<string>> Members = new Dictionary<FaultKind, ImmutableArray<string>>
    {
        [FaultKind.Latency] = ["milliseconds", "maximumMilliseconds"],
        [FaultKind.Throttle] = ["retryAfterSeconds"],
        [FaultKind.Unavailable] = ["retryAfterSeconds"],
        [FaultKind.DelayedVisibility] = ["reads", "seconds"],
        [FaultKind.PageSize] = ["size"],
    }.ToImmutableDictionary();

    private readonly List<string> problems = [];

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
        return reader.problems.Count == 0 ? (plan, []) : (null, [.. reader.problems]);
    }

    private FaultPlan Plan(JsonElement root)
    {
        if (!IsObject(root, "$", ["seed", "faults"])) return FaultPlan.None;
        var list = root.Property("faults");
        if (list is not { ValueKind: JsonValueKind.Array } faults)
        {
            problems.Add("'$.faults' must be an array of faults.");
            return FaultPlan.None;
        }

        if (faults.GetArrayLength() > MaxFaults) problems.Add($"'$.faults' has more than {MaxFaults} faults.");
        var seed = Integer(root, "$", "seed", 0, int.MinValue, int.MaxValue);
        return new FaultPlan(seed, [.. faults.EnumerateArray().Take(MaxFaults).Select((item, index) => Fault(item, $"$.faults[{index}]"))]);
    }

    private Fault Fault(JsonElement item, string at)
    {
        if (KindOf(item, at) is not { } kind) return new Fault(string.Empty, FaultKind.Latency, FaultFilter.All);
        var own = Members.GetValueOrDefault(kind, []);
        IsObject(item, at, ["kind", "name", "match", .. own]);
        var milliseconds = Integer(item, at, "milliseconds", 0, 0, MaxMilliseconds);
        var (reads, seconds) = (Integer(item, at, "reads", 0, 0, MaxCount), Integer(item, at, "seconds", 0, 0, MaxSeconds));
        if (kind == FaultKind.DelayedVisibility && reads == 0 == (seconds == 0)) problems.Add($"'{at}' must have one of 'reads' and 'seconds', above 0.");
        if (kind == FaultKind.PageSize && item.Property("size") is null) problems.Add($"'{at}.size' is missing.");
        if (kind == FaultKind.Latency && item.Property("milliseconds") is null) problems.Add($"'{at}.milliseconds' is missing.");
        return new Fault(Text(item, at, "name") ?? NameOf(kind), kind, Filter(item, at, kind))
        {
            Milliseconds = milliseconds,
            MaximumMilliseconds = Integer(item, at, "maximumMilliseconds", milliseconds, milliseconds, MaxMilliseconds),
            RetryAfterSeconds = Integer(item, at, "retryAfterSeconds", 1, 0, MaxSeconds),
            Reads = reads,
            Seconds = seconds,
            Size = Integer(item, at, "size", 1, 1, Paging.MaxPageSize),
        };
    }

    private FaultKind? KindOf(JsonElement item, string at)
    {
        var given = item.Text("kind");
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            if (NameOf(kind) == given) return kind;
        }

        problems.Add($"'{at}.kind' must be one of {string.Join(", ", Enum.GetValues<FaultKind>().Select(NameOf))}.");
        return null;
    }

    /// <summary>The kind as JSON has it.</summary>
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private FaultFilter Filter(JsonElement item, string at, FaultKind kind)
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
        if (!IsObject(match, at, FilterMembers)) return natural;
        return new FaultFilter(
            MethodsOf(match, at) ?? natural.Methods,
            Text(match, at, "path") ?? natural.Path,
            Integer(match, at, "nth", 1, 1, MaxCount),
            match.Property("count") is null ? null : Integer(match, at, "count", 1, 1, MaxCount),
            Probability(match, at));
    }

    private ImmutableArray<string>? MethodsOf(JsonElement match, string at)
    {
        if (match.Property("methods") is not { } given) return null;
        var methods = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(method => method.ValueKind == JsonValueKind.String ? method.GetString()?.ToUpperInvariant() ?? "" : "").ToImmutableArray()
            : [];
        if (methods.IsEmpty || methods.Any(method => !Methods.Contains(method))) problems.Add($"'{at}.methods' must be an array of some of {string.Join(", ", Methods)}.");
        return methods;
    }

    private double Probability(JsonElement match, string at)
    {
        if (match.Property("probability") is not { } given) return 1;
        if (given.ValueKind == JsonValueKind.Number && given.TryGetDouble(out var number) && number is >= 0 and <= 1) return number;
        problems.Add($"'{at}.probability' must be a number from 0 to 1.");
        return 1;
    }

    private bool IsObject(JsonElement item, string at, ImmutableArray<string> known)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"'{at}' must be an object.");
            return false;
        }

        var unknown = item.EnumerateObject().Where(member => !known.Contains(member.Name)).Select(member => $"'{at}.{member.Name}' is not known; there are {string.Join(", ", known)}.");
        problems.AddRange(unknown);
        return true;
    }

    private int Integer(JsonElement item, string at, string name, int missing, int least, int most)
    {
        if (item.Property(name) is not { } given) return missing;
        if (given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var number) && number >= least && number <= most) return number;
        problems.Add($"'{at}.{name}' must be a whole number from {least} to {most}.");
        return missing;
    }

    private string? Text(JsonElement item, string at, string name)
    {
        if (item.Property(name) is not { } given) return null;
        if (given.ValueKind == JsonValueKind.String && given.GetString() is { Length: > 0 and <= 512 } text) return text;
        problems.Add($"'{at}.{name}' must be a text of 1 to 512 characters.");
        return null;
    }
}
