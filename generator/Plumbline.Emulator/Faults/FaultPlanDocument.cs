using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Faults;

/// <summary>A plan as JSON: what <see cref="FaultPlanReader"/> reads.</summary>
internal static class FaultPlanDocument
{
    /// <summary>The document, with what each kind uses and nothing else.</summary>
    public static JsonObject Of(FaultPlan plan) => new()
    {
        ["seed"] = plan.Seed,
        ["faults"] = new JsonArray([.. plan.Faults.Select(Of)]),
    };

    private static JsonObject Of(Fault fault)
    {
        var body = new JsonObject { ["kind"] = FaultPlanReader.NameOf(fault.Kind), ["name"] = fault.Name };
        switch (fault.Kind)
        {
            case FaultKind.Latency:
                body["milliseconds"] = fault.Milliseconds;
                body["maximumMilliseconds"] = fault.MaximumMilliseconds;
                break;
            case FaultKind.Throttle or FaultKind.Unavailable:
                body["retryAfterSeconds"] = fault.RetryAfterSeconds;
                break;
            case FaultKind.DelayedVisibility:
                body[fault.Reads > 0 ? "reads" : "seconds"] = Math.Max(fault.Reads, fault.Seconds);
                break;
            case FaultKind.PageSize:
                body["size"] = fault.Size;
                break;
        }

        body["match"] = Of(fault.Filter);
        return body;
    }

    private static JsonObject Of(FaultFilter filter)
    {
        var body = new JsonObject();
        if (!filter.Methods.IsEmpty) body["methods"] = new JsonArray([.. filter.Methods.Select(method => JsonValue.Create(method))]);
        if (filter.Path is not null) body["path"] = filter.Path;
        body["nth"] = filter.Nth;
        if (filter.Count is { } count) body["count"] = count;
        body["probability"] = filter.Probability;
        return body;
    }
}
