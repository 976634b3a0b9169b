namespace Plumbline.Exchange.Epac;

/// <summary>What an imported exemption gets that does not say it itself.</summary>
/// <param name="ExpiresOn">When it ends; null leaves out exemptions without an end.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Ticket">Where it was approved, or null.</param>
public sealed record ImportDefaults(DateTimeOffset? ExpiresOn, string? Owner, string? Ticket);
