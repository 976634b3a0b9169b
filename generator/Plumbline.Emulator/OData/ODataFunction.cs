using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>A canonical function of OData.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The types it takes; trailing ones can be left out down to <paramref name="Required"/>.</param>
/// <param name="Required">How many arguments there must be.</param>
/// <param name="Result">The type it gives.</param>
/// <param name="Run">What it does; no argument is null.</param>
internal sealed record ODataFunction(
    string Name, ImmutableArray<ODataType> Parameters, int Required, ODataType Result, Func<PolicyValue[], PolicyValue> Run)
{
    /// <summary>All functions, by name without regard to case.</summary>
    public static ImmutableDictionary<string, ODataFunction> All { get; } = ImmutableArray.Create(
        Truth("contains", (text, part) => text.Contains(part, StringComparison.OrdinalIgnoreCase)),
        Truth("substringof", (part, text) => text.Contains(part, StringComparison.OrdinalIgnoreCase)),
        Truth("startswith", (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase)),
        Truth("endswith", (text, part) => text.EndsWith(part, StringComparison.OrdinalIgnoreCase)),
        Text("tolower", text => new TextValue(text.ToLowerInvariant()), ODataType.Text),
        Text("toupper", text => new TextValue(text.ToUpperInvariant()), ODataType.Text),
        Text("trim", text => new TextValue(text.Trim()), ODataType.Text),
        Text("length", text => new IntegerValue(text.Length), ODataType.Number),
        new ODataFunction("concat", [ODataType.Text, ODataType.Text], 2, ODataType.Text, values => new TextValue(TextOf(values[0]) + TextOf(values[1]))),
        new ODataFunction("indexof", [ODataType.Text, ODataType.Text], 2, ODataType.Number, values => new IntegerValue(TextOf(values[0]).IndexOf(TextOf(values[1]), StringComparison.OrdinalIgnoreCase))),
        new ODataFunction("substring", [ODataType.Text, ODataType.Number, ODataType.Number], 2, ODataType.Text, Substring),
        Part("year", instant => instant.Year),
        Part("month", instant => instant.Month),
        Part("day", instant => instant.Day),
        Part("hour", instant => instant.Hour),
        Part("minute", instant => instant.Minute),
        Part("second", instant => instant.Second)).ToImmutableDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private static ODataFunction Truth(string name, Func<string, string, bool> run) =>
        new(name, [ODataType.Text, ODataType.Text], 2, ODataType.Truth, values => BooleanValue.Of(run(TextOf(values[0]), TextOf(values[1]))));

    private static ODataFunction Text(string name, Func<string, PolicyValue> run, ODataType result) =>
        new(name, [ODataType.Text], 1, result, values => run(TextOf(values[0])));

    private static ODataFunction Part(string name, Func<DateTimeOffset, int> part) =>
        new(name, [ODataType.Instant], 1, ODataType.Number, values => ODataInstant.Of(values[0]) is { } instant ? new IntegerValue(part(instant)) : NullValue.Instance);

    // What lies outside of the text is empty, as in OData's servers.
    private static TextValue Substring(PolicyValue[] values)
    {
        var text = TextOf(values[0]);
        var start = Math.Clamp(Whole(values[1]), 0, text.Length);
        var length = values.Length > 2 ? Math.Clamp(Whole(values[2]), 0, text.Length - start) : text.Length - start;
        return new TextValue(text.Substring(start, length));
    }

    private static int Whole(PolicyValue value) => (int)Math.Clamp(ValueOrder.Number(value), int.MinValue, int.MaxValue);

    private static string TextOf(PolicyValue value) => value switch
    {
        TextValue text => text.Value,
        BooleanValue truth => truth.Value ? "true" : "false",
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}
