using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>The parameter that <c>then.effect</c> is, when that is just <c>[parameters('name')]</c> and the parameter is declared.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Declaration">Where it is declared.</param>
/// <param name="Default">The default; null when there is none, or it is null.</param>
/// <param name="AllowedValues">The list of allowed values; null when there is none.</param>
internal sealed record EffectParameter(string Name, JProperty Declaration, JToken? Default, JArray? AllowedValues)
{
    /// <summary>The allowed values that are texts; empty when nothing constrains the parameter.</summary>
    public ImmutableArray<string> AllowedEffects => AllowedValues is null ? [] : [.. AllowedValues.OfType<JValue>().Select(item => item.Value).OfType<string>()];

    public static EffectParameter? Of(LintSubject subject)
    {
        if (EffectToken(subject) is not { } effect || NameIn(subject, effect) is not { } name) return null;
        var declared = (LintSubject.Member(subject.Properties, "parameters") as JObject)?.Property(name, StringComparison.OrdinalIgnoreCase);
        if (declared?.Value is not JObject item) return null;
        var value = LintSubject.Member(item, "defaultValue");
        return new EffectParameter(declared.Name, declared, value is { Type: JTokenType.Null } ? null : value, LintSubject.Member(item, "allowedValues") as JArray);
    }

    /// <summary>The value of <c>then.effect</c> when it is a text.</summary>
    public static JValue? EffectToken(LintSubject subject) =>
        subject.Then is { } then && LintSubject.Member(then, "effect") is JValue { Value: string } effect ? effect : null;

    /// <summary>The effect when it is written out.</summary>
    public static string? Literal(LintSubject subject) => EffectToken(subject)?.Value is string text && !TemplateText.IsExpression(text) ? text : null;

    private static string? NameIn(LintSubject subject, JValue effect) =>
        subject.Expressions.FirstOrDefault(node => node.Token == effect)?.Expression is CallExpression { Arguments: [LiteralExpression { Value: TextValue name }] } call
        && string.Equals(call.Name, "parameters", StringComparison.OrdinalIgnoreCase)
            ? name.Value
            : null;
}
