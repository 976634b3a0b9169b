using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Shapes;

/// <summary>Checks scalars against their shapes, and names shapes and nodes for messages.</summary>
internal static class ScalarChecker
{
    // Patterns are ours, but the text is the author's: a match that takes this long counts as none.
    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(1);

    public static IEnumerable<Diagnostic> Text(YamlScalar scalar, TextShape shape)
    {
        if (scalar.Kind == YamlScalarKind.Null) return [DiagnosticCatalog.YamlKindDiffers(scalar.Location, Wanted(shape), Found(scalar))];
        if (scalar.Kind != YamlScalarKind.Text) return [DiagnosticCatalog.UnquotedText(scalar.Location, scalar.Text, Kind(scalar))];
        if (!shape.AllowedValues.IsEmpty) return Listed(scalar, shape);
        if (string.IsNullOrWhiteSpace(scalar.Text)) return shape.MayBeBlank ? [] : [DiagnosticCatalog.BlankText(scalar.Location)];
        if (shape.Pattern is { } pattern && !Matches(scalar.Text, pattern)) return [DiagnosticCatalog.MalformedText(scalar.Location, scalar.Text, pattern.Meaning)];
        return shape.MaximumLength is { } maximum && scalar.Text.Length > maximum
            ? [DiagnosticCatalog.TextTooLong(scalar.Location, scalar.Text.Length, maximum)]
            : [];
    }

    public static IEnumerable<Diagnostic> Integer(YamlScalar scalar, IntegerShape shape)
    {
        if (scalar.Kind != YamlScalarKind.Integer) return [DiagnosticCatalog.YamlKindDiffers(scalar.Location, Wanted(shape), Found(scalar))];
        var value = long.Parse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return value < shape.Minimum || value > shape.Maximum
            ? [DiagnosticCatalog.NumberOutOfRange(scalar.Location, scalar.Text, shape.Minimum, shape.Maximum)]
            : [];
    }

    public static IEnumerable<Diagnostic> Number(YamlScalar scalar, NumberShape shape)
    {
        if (scalar.Kind is not (YamlScalarKind.Integer or YamlScalarKind.Float)) return [DiagnosticCatalog.YamlKindDiffers(scalar.Location, Wanted(shape), Found(scalar))];
        var value = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return value < shape.Minimum || value > shape.Maximum
            ? [DiagnosticCatalog.NumberOutOfRange(scalar.Location, scalar.Text, shape.Minimum, shape.Maximum)]
            : [];
    }

    public static string Wanted(Shape shape) => shape switch
    {
        TextShape => "text",
        IntegerShape => "an integer",
        NumberShape => "a number",
        BooleanShape => "true or false",
        ListShape => "a list",
        OneOrMoreShape several => $"{Wanted(several.Item)} or a list",
        ShortFormShape => "text or a mapping",
        ObjectShape known => $"{known.Name} (a mapping)",
        ChoiceShape choice => $"{choice.Name} (a mapping)",
        _ => "a mapping",
    };

    public static string Found(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar scalar => Kind(scalar),
        _ => "nothing",
    };

    private static string Kind(YamlScalar scalar) => scalar.Kind switch
    {
        YamlScalarKind.Text => "text",
        YamlScalarKind.Boolean => "true or false",
        YamlScalarKind.Null => "nothing",
        _ => "a number",
    };

    private static Diagnostic[] Listed(YamlScalar scalar, TextShape shape) =>
        shape.AllowedValues.Contains(scalar.Text, StringComparer.Ordinal)
            ? []
            : [DiagnosticCatalog.ValueNotAllowed(scalar.Location, scalar.Text, NearestName.Find(scalar.Text, shape.AllowedValues), string.Join(", ", shape.AllowedValues.Select(value => $"'{value}'")))];

    private static bool Matches(string text, TextPattern pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern.Expression, RegexOptions.CultureInvariant, MatchTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
