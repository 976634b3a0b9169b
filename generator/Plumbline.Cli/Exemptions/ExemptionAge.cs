using System.Globalization;
using Plumbline.Planning.Environments;

namespace Plumbline.Cli.Exemptions;

/// <summary>How long an exemption holds, counted in days that have begun.</summary>
/// <param name="Exemption">The exemption.</param>
/// <param name="Days">Days until it ends: 1 within the next 24 hours; 0 when it ended.</param>
internal sealed record ExemptionAge(ExemptionDeclaration Exemption, int Days)
{
    /// <summary>Exemptions that end within so many days are pointed out.</summary>
    public const int Soon = 30;

    /// <summary>Exemptions that end within so many days are pointed out first.</summary>
    public const int VerySoon = 15;

    /// <summary>expired, expiring or active.</summary>
    public string State => Days == 0 ? "expired" : Days <= Soon ? "expiring" : "active";

    /// <summary>The state for people.</summary>
    public string Text => State switch
    {
        "expired" => "expired",
        "expiring" => string.Create(CultureInfo.InvariantCulture, $"expires in {Days} day(s)"),
        _ => "active",
    };

    /// <summary>The day it ends, in UTC.</summary>
    public string Date => Exemption.ExpiresOn.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How long it holds from now on.</summary>
    public static ExemptionAge Of(ExemptionDeclaration exemption, DateTimeOffset now)
    {
        var left = exemption.ExpiresOn - now;
        return new ExemptionAge(exemption, left <= TimeSpan.Zero ? 0 : (int)Math.Ceiling(left.TotalDays));
    }
}
