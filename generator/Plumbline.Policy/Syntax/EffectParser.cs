using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads a rule's <c>then</c>.</summary>
internal sealed class EffectParser(DocumentReader document, ConditionParser conditions, ExpressionReader expressions)
{
    public EffectClause? Parse(JToken token)
    {
        if (document.Object(token, "'then'") is not { } item) return null;
        var members = document.Members(item, key => key.ToUpperInvariant() is "EFFECT" or "DETAILS");
        if (!members.TryGetValue("effect", out var effect)) document.Report(DiagnosticCatalog.KeyMissing(document.At(item), "then", "effect"));
        var name = effect is null ? null : document.Text(effect.Value, "'effect'");
        if (name is not null && effect is not null) expressions.Check(effect.Value, counts: 0);
        var details = members.GetValueOrDefault("details")?.Value;
        if (details is not null) expressions.Check(details, counts: 0, IsReadElsewhere);
        var existence = details is JObject values ? ParseExistence(values) : null;
        return name is null ? null : new EffectClause(name, details is null ? null : PolicyValueReader.FromToken(details), existence, document.At(item));
    }

    // The existence condition is read as one, and a deployment template's expressions are for the deployment, with parameters of its own.
    private static bool IsReadElsewhere(JToken token) => token is JProperty property && property.Name.ToUpperInvariant() is "EXISTENCECONDITION" or "TEMPLATE";

    private Condition? ParseExistence(JObject details)
    {
        var members = document.Members(details, key => string.Equals(key, "existenceCondition", StringComparison.OrdinalIgnoreCase));
        return members.TryGetValue("existenceCondition", out var condition) ? conditions.Parse(condition.Value) : null;
    }
}
