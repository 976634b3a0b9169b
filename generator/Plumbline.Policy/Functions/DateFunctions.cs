using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on dates, which are texts.</summary>
internal static class DateFunctions
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private static readonly string[] Accepted = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz"];

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("utcNow", [], (_, context) => Date(context.UtcNow)),
        new("addDays", [Text, Integer], AddDays),
    ];

    private static TextValue Date(DateTimeOffset value) => new(value.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture));

    private static PolicyValue AddDays(ImmutableArray<PolicyValue> arguments)
    {
        var text = ValueKinds.Text(arguments[0]);
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(text, Accepted, CultureInfo.InvariantCulture, utc, out var date))
            return new FailedValue($"'{text}' is not a date of the form 2024-01-31T00:00:00Z");
        var days = ValueKinds.Integer(arguments[1]);
        var (earliest, latest) = ((DateTimeOffset.MinValue - date).Days, (DateTimeOffset.MaxValue - date).Days);
        return days < earliest || days > latest ? new FailedValue($"addDays() leaves the calendar with {days} days") : Date(date.AddDays(days));
    }
}
