using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>Decides what happens to each request, after the current plan. Safe for use by several threads; requests count in the order in which they ask.</summary>
internal sealed class FaultInjector(FaultPlan initial)
{
    private readonly Lock gate = new();
    private FaultPlan plan = initial;
    private (long Fitting, int Met)[] counts = new (long, int)[initial.Faults.Length];

    /// <summary>The plan that is followed.</summary>
    public FaultPlan Plan
    {
        get
        {
            lock (gate) return plan;
        }
    }

    /// <summary>Follows another plan from now on; its counts start at zero.</summary>
    public void Follow(FaultPlan next)
    {
        lock (gate)
        {
            plan = next;
            counts = new (long, int)[next.Faults.Length];
        }
    }

    /// <summary>What happens to the next request.</summary>
    public FaultDecision Next(string method, string path)
    {
        lock (gate)
        {
            var decision = FaultDecision.Nothing;
            for (var index = 0; index < plan.Faults.Length; index++)
            {
                var fault = plan.Faults[index];
                if (fault.Filter.Fits(method, path) && IsMet(index, fault.Filter)) decision = With(decision, index, fault);
            }

            return decision;
        }
    }

    private bool IsMet(int index, FaultFilter filter)
    {
        ref var count = ref counts[index];
        count.Fitting++;
        if (count.Fitting < filter.Nth || count.Met >= filter.Count) return false;
        if (filter.Probability < 1 && plan.Draw(index, count.Fitting, use: 0) >= filter.Probability) return false;
        count.Met++;
        return true;
    }

    private FaultDecision With(FaultDecision decision, int index, Fault fault)
    {
        decision = decision with { Names = decision.Names.Add(fault.Name) };
        return fault.Kind switch
        {
            FaultKind.Latency => decision with { Delay = decision.Delay + Latency(index, fault) },
            FaultKind.Throttle => decision with { Refusal = decision.Refusal ?? Refusal(FaultErrors.Throttled(), fault.RetryAfterSeconds) },
            FaultKind.Unavailable => decision with { Refusal = decision.Refusal ?? Refusal(FaultErrors.Unavailable(), fault.RetryAfterSeconds) },
            FaultKind.DropBeforeCommit => decision with { DropsBefore = true },
            FaultKind.DropAfterCommit => decision with { DropsAfter = true },
            FaultKind.DelayedVisibility => decision with { Visibility = decision.Visibility ?? fault },
            FaultKind.PrincipalNotFound => decision with { LosesPrincipal = true },
            _ => decision with { PageSize = Math.Min(decision.PageSize ?? fault.Size, fault.Size) },
        };
    }

    private TimeSpan Latency(int index, Fault fault)
    {
        var range = Math.Max(0, fault.MaximumMilliseconds - fault.Milliseconds);
        return TimeSpan.FromMilliseconds(fault.Milliseconds + (range * plan.Draw(index, counts[index].Fitting, use: 1)));
    }

    private static ArmResponse Refusal(ArmError error, int retryAfter) =>
        ArmEnvelope.Error(error).WithRetryAfter(retryAfter);
}
