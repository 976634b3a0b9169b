using System.Text.RegularExpressions;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Compliance;

/// <summary>Hides values that may be secrets before they reach a report: only their place tells.</summary>
internal static partial class SecretRedaction
{
    /// <summary>What stands for a hidden value.</summary>
    public const string Hidden = "***";

    /// <summary>Whether a value at this path may be a secret.</summary>
    public static bool IsSecret(string path) => SecretPath().IsMatch(path);

    /// <summary>The value with every text or number hidden that may be a secret. True, false and null say nothing that is one.</summary>
    public static PolicyValue Redact(string path, PolicyValue value) => value switch
    {
        ObjectValue item => new ObjectValue([.. item.Properties.Select(property => KeyValuePair.Create(property.Key, Redact($"{path}.{property.Key}", property.Value)))]),
        ArrayValue items => new ArrayValue([.. items.Items.Select(item => Redact($"{path}[*]", item))]),
        TextValue or IntegerValue or FloatValue when IsSecret(path) => new TextValue(Hidden),
        _ => value,
    };

    // "env" members of containers carry plain values; "key" counts as a word of its own or at the end of one (sharedKey, keys[0]), not in keyVault.
    [GeneratedRegex(@"secret|password|token|connectionstring|(?-i:[kK]ey)s?(?=$|[.\[\]'])|\benv(\[[^\]]*\])?\.value", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretPath();
}
