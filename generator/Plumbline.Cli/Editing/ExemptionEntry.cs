using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Environments;

namespace Plumbline.Cli.Editing;

/// <summary>An exemption as keys and texts, in the order in which files have them.</summary>
/// <param name="Values">The keys with their values: one text, or several for a list.</param>
internal sealed record ExemptionEntry(ImmutableArray<(string Key, ImmutableArray<string> Texts, bool IsList)> Values)
{
    /// <summary>The entry of an exemption without resource selectors.</summary>
    public static ExemptionEntry Of(ExemptionDeclaration exemption)
    {
        var values = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>, bool)>();
        void One(string key, string? text)
        {
            if (text is not null) values.Add((key, [text], false));
        }

        One("name", exemption.Name);
        One(exemption.Target.Kind.ToString().ToLowerInvariant(), exemption.Target.Name);
        if (!exemption.ReferenceIds.IsEmpty) values.Add(("referenceIds", exemption.ReferenceIds, true));
        if (exemption.Scopes is [var scope]) One("scope", scope);
        else values.Add(("scopes", exemption.Scopes, true));
        One("category", exemption.Category);
        One("expiresOn", Expiry(exemption.ExpiresOn));
        One("owner", exemption.Owner);
        One("ticket", exemption.Ticket);
        One("displayName", exemption.DisplayName);
        One("description", exemption.Description);
        return new ExemptionEntry(values.ToImmutable());
    }

    /// <summary>Whether an exemption says the same.</summary>
    public bool IsSameAs(ExemptionEntry other) => Lines().SequenceEqual(other.Lines(), StringComparer.Ordinal);

    private IEnumerable<string> Lines() => Values.Select(value => $"{value.Key}\n{string.Join('\n', value.Texts)}");

    private static string Expiry(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        var isEndOfDay = utc.TimeOfDay == new TimeSpan(23, 59, 59);
        return utc.ToString(isEndOfDay ? "yyyy-MM-dd" : utc.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
    }
}
