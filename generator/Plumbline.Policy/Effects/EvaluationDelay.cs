using System.Globalization;
using System.Xml;

namespace Plumbline.Policy.Effects;

/// <summary>When the related resources of an IfNotExists effect are looked at after a write (<c>evaluationDelay</c>).</summary>
/// <param name="After">Which end of the provisioning is waited for; null for a time.</param>
/// <param name="Time">The time after the write, up to six hours; zero when the end of the provisioning counts.</param>
public sealed record EvaluationDelay(ProvisioningEnd? After, TimeSpan Time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(360);

    /// <summary>Azure's default: ten minutes.</summary>
    public static EvaluationDelay Default { get; } = new(null, TimeSpan.FromMinutes(10));

    /// <summary>Reads <c>AfterProvisioning</c>, <c>AfterProvisioningSuccess</c>, <c>AfterProvisioningFailure</c>, an ISO 8601 duration, or minutes; the default for anything else.</summary>
    public static EvaluationDelay Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Default;
        if (text.StartsWith(nameof(ProvisioningEnd.AfterProvisioning), StringComparison.OrdinalIgnoreCase))
            return Enum.TryParse<ProvisioningEnd>(text, ignoreCase: true, out var end) ? new(end, TimeSpan.Zero) : Default;
        return DurationOf(text) is { } time && time >= TimeSpan.Zero && time <= Longest ? new(null, time) : Default;
    }

    private static TimeSpan? DurationOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return TimeSpan.FromMinutes(minutes);
        try
        {
            return XmlConvert.ToTimeSpan(text.ToUpperInvariant());
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Which end of a resource's provisioning an evaluation waits for.</summary>
public enum ProvisioningEnd
{
    /// <summary>Either.</summary>
    AfterProvisioning,

    /// <summary>Success.</summary>
    AfterProvisioningSuccess,

    /// <summary>Failure.</summary>
    AfterProvisioningFailure,
}
