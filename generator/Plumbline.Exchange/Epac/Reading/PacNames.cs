namespace Plumbline.Exchange.Epac.Reading;

/// <summary>The texts of an assignment that are put together down a branch.</summary>
/// <param name="Name">The resource name.</param>
/// <param name="DisplayName">What people see.</param>
/// <param name="Description">More for people.</param>
internal sealed record PacNames(string Name, string DisplayName, string Description)
{
    /// <summary>Nothing yet.</summary>
    public static PacNames None { get; } = new("", "", "");

    /// <summary>These, and others behind them.</summary>
    public PacNames Then(PacNames other) => new(Name + other.Name, DisplayName + other.DisplayName, Description + other.Description);
}
