using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plumbline.Generation.Yaml;

/// <summary>Resolves plain scalars by the core schema of YAML 1.2.2, section 10.3.2; hexadecimal and octal stay text.</summary>
internal static class YamlScalarKinds
{
    public static YamlScalarKind Of(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain) return YamlScalarKind.Text;
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => YamlScalarKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarKind.Boolean,
            _ => NumberKind(scalar.Value),
        };
    }

    private static YamlScalarKind NumberKind(string text)
    {
        if (!text.Any(char.IsAsciiDigit) || !text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E')) return YamlScalarKind.Text;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) return YamlScalarKind.Integer;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? YamlScalarKind.Float
            : YamlScalarKind.Text;
    }
}
