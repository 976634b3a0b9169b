using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads a rule: <c>if</c> and <c>then</c>; other keys are ignored.</summary>
internal sealed class RuleParser(DocumentReader document, ExpressionReader expressions)
{
    /// <summary>The rule, or null after at least one error was reported.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="owner">What the rule is called in messages.</param>
    /// <param name="parameters">The declared parameters, whose defaults tell effects.</param>
    public PolicyRule? Parse(JObject rule, string owner, ImmutableArray<PolicyParameter> parameters)
    {
        var tally = new RuleTally();
        var conditions = new ConditionParser(document, expressions, tally);
        var members = document.Members(rule, key => key.ToUpperInvariant() is "IF" or "THEN");
        var condition = Required(rule, members, owner, "if") is { } test ? conditions.Parse(test) : null;
        tally.EndIf();
        var effects = new EffectParser(document, conditions, expressions, name => DefaultOf(parameters, name));
        var effect = Required(rule, members, owner, "then") is { } then ? effects.Parse(then) : null;
        foreach (var limit in tally.Exceeded(document.At(rule), expressions.Functions)) document.Report(limit);
        return condition is null || effect is null ? null : new PolicyRule(condition, effect);
    }

    private static PolicyValue? DefaultOf(ImmutableArray<PolicyParameter> parameters, string name) =>
        parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))?.DefaultValue;

    private JToken? Required(JObject rule, Dictionary<string, JProperty> members, string owner, string key)
    {
        if (members.TryGetValue(key, out var member)) return member.Value;
        document.Report(DiagnosticCatalog.KeyMissing(document.At(rule), owner, key));
        return null;
    }
}
