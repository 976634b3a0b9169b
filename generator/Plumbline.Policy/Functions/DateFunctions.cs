using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on dates, which are texts.</summary>
internal static class DateFunctions
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private const string WrittenWithOffset = "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz";

    // "+02:00" has six characters and "zzz" three; without this, "+0200" and "+2:00" would pass too.
    private const int LengthWithOffset = 33;

    private static readonly string[] Accepted = ["yyyy-MM-dd'T'HH:mm:ss'Z'", Written, WrittenWithOffset];

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("utcNow", [], (_, context) => Date(context.UtcNow)) { ReadsEvaluation = true },
        new("addDays", [Text, Integer], AddDays),
    ];

    private static TextValue Date(DateTimeOffset value) => new(value.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture));

    private static PolicyValue AddDays(ImmutableArray<PolicyValue> arguments)
    {
        if (Read(ValueKinds.Text(arguments[0])) is not { } date)
            return new FailedValue($"addDays() takes a date such as '2024-01-31T00:00:00Z' or '2024-01-31T00:00:00.0000000Z' as argument 1, not {ValueDescription.Of(arguments[0])}");
        var days = ValueKinds.Integer(arguments[1]);
        var (earliest, latest) = ((DateTimeOffset.MinValue - date).Days, (DateTimeOffset.MaxValue - date).Days);
        return days < earliest || days > latest
            ? new FailedValue($"addDays() takes from {earliest} to {latest} days as argument 2 for {ValueDescription.Quote(ValueKinds.Text(arguments[0]))}, not {days}")
            : Date(date.AddDays(days));
    }

    private static DateTimeOffset? Read(string text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!text.EndsWith('Z') && text.Length != LengthWithOffset) return null;
        return DateTimeOffset.TryParseExact(text, Accepted, CultureInfo.InvariantCulture, utc, out var date) ? date : null;
    }
}
