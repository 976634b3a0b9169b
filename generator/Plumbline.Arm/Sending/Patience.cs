using System.Globalization;

namespace Plumbline.Arm.Sending;

/// <summary>Decides about one request whether it is sent again because the service is busy or out of reach, and when.</summary>
internal sealed class Patience(RetryRules rules)
{
    private int transients;
    private TimeSpan throttled;

    /// <summary>Whether an answer leaves open whether the request took effect: there was none, or the service broke while it worked.</summary>
    public static bool IsUnknown(ArmFailure failure) => failure.Kind == ArmFailureKind.Unreachable || failure.Status is 408 or >= 500;

    /// <summary>How long to wait before the request is sent again; null when it is not.</summary>
    public TimeSpan? Next(ArmAnswer answer)
    {
        if (answer.Failure is not { } failure) return null;
        if (failure.Status == 429 || (failure.Status == 503 && answer.Headers.RetryAfter is not null)) return Throttled(answer.Headers.RetryAfter ?? rules.ThrottleWait);
        if (failure.Kind != ArmFailureKind.Unreachable && failure.Status is not (408 or 500 or 502 or 503 or 504)) return null;
        transients++;
        return transients < rules.TransientTries ? rules.TransientWait(transients) : null;
    }

    /// <summary>A time in words: <c>5 minutes</c>, <c>30 seconds</c>.</summary>
    public static string Words(TimeSpan time) => time >= TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} seconds");

    private TimeSpan? Throttled(TimeSpan wait)
    {
        throttled += wait;
        return throttled <= rules.ThrottleBudget ? wait : null;
    }
}
