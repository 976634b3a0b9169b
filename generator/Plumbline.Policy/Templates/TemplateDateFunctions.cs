using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Templates;

/// <summary>Functions on dates that templates have beyond those of policy rules.</summary>
internal static class TemplateDateFunctions
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("dateTimeAdd", [Text, Text, Text], Add) { Minimum = 2 },
        new("dateTimeFromEpoch", [Integer], FromEpoch),
        new("dateTimeToEpoch", [Text], ToEpoch),
    ];

    /// <summary>A date in a format of .NET, or the failure of <paramref name="function"/>.</summary>
    public static PolicyValue Format(DateTimeOffset date, string format, string function, CultureInfo culture)
    {
        try
        {
            return new TextValue(date.UtcDateTime.ToString(format, culture));
        }
        catch (FormatException)
        {
            return new FailedValue($"{function}() cannot write a date in the format {ValueDescription.Quote(format)}");
        }
    }

    private static PolicyValue Add(ImmutableArray<PolicyValue> arguments)
    {
        if (Read(arguments[0]) is not { } date) return NoDate("dateTimeAdd", arguments[0]);
        try
        {
            var sum = date + XmlConvert.ToTimeSpan(ValueKinds.Text(arguments[1]));
            return Format(sum, arguments.Length > 2 ? ValueKinds.Text(arguments[2]) : "yyyy-MM-dd'T'HH:mm:ss'Z'", "dateTimeAdd", CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return new FailedValue($"dateTimeAdd() takes an ISO 8601 duration such as 'P1D' as argument 2, not {ValueDescription.Of(arguments[1])}");
        }
    }

    private static PolicyValue FromEpoch(ImmutableArray<PolicyValue> arguments)
    {
        var seconds = ValueKinds.Integer(arguments[0]);
        return seconds is >= -62135596800 and <= 253402300799
            ? Format(DateTimeOffset.FromUnixTimeSeconds(seconds), "yyyy-MM-dd'T'HH:mm:ss'Z'", "dateTimeFromEpoch", CultureInfo.InvariantCulture)
            : new FailedValue($"dateTimeFromEpoch() takes seconds within the years 1 to 9999, not {seconds}");
    }

    private static PolicyValue ToEpoch(ImmutableArray<PolicyValue> arguments) =>
        Read(arguments[0]) is { } date ? new IntegerValue(date.ToUnixTimeSeconds()) : NoDate("dateTimeToEpoch", arguments[0]);

    private static DateTimeOffset? Read(PolicyValue value)
    {
        var text = ValueKinds.Text(value);
        if (DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, Utc, out var date)) return date;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out date) ? date : null;
    }

    private static FailedValue NoDate(string function, PolicyValue value) => new($"{function}() takes a date as argument 1, not {ValueDescription.Of(value)}");
}
