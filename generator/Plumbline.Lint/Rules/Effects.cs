using Plumbline.Lint.Documents;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>What is known of a rule's effect before it is assigned.</summary>
internal static class Effects
{
    private static readonly string[] Kinds = ["audit", "deny", "modify", "append", "auditIfNotExists", "deployIfNotExists", "manual", "denyAction", "auditAction", "disabled"];

    /// <summary>The declared parameter that is the effect; null for a literal or any other expression.</summary>
    public static PolicyParameter? ParameterOf(LintDocument document, PolicyDefinition definition) =>
        ExpressionCalls.ParameterOf(definition.Then.Effect) is { } name ? document.Parameter(name) : null;

    /// <summary>Whether an assignment can make the effect this one: the literal is, a parameter allows it, or a parameter allows anything.</summary>
    public static bool MayBe(PolicyDefinition definition, string effect)
    {
        if (ExpressionCalls.ParameterOf(definition.Then.Effect) is not { } name) return Is(definition.Then.Effect, effect);
        var parameter = definition.Parameters.FirstOrDefault(item => Is(item.Name, name));
        return parameter is not null && (parameter.AllowedValues.IsEmpty || parameter.AllowedValues.Any(value => value is TextValue text && Is(text.Value, effect)));
    }

    /// <summary>Whether it is known which effects can take its place.</summary>
    public static bool HasKind(string effect) => Kinds.Contains(effect, StringComparer.OrdinalIgnoreCase);

    /// <summary>The effect of the same kind that only reports; null for an effect that does not intervene.</summary>
    public static string? SafeDefault(string effect) => effect.ToUpperInvariant() switch
    {
        "DENY" or "APPEND" or "MODIFY" => "audit",
        "DEPLOYIFNOTEXISTS" => "auditIfNotExists",
        "DENYACTION" => "auditAction",
        _ => null,
    };

    private static bool Is(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
