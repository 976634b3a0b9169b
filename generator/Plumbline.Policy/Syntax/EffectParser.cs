using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads a rule's <c>then</c>.</summary>
/// <param name="document">The document.</param>
/// <param name="conditions">Reads the existence condition.</param>
/// <param name="expressions">Checks expressions.</param>
/// <param name="defaultOf">The default of a declared parameter, or null.</param>
internal sealed class EffectParser(DocumentReader document, ConditionParser conditions, ExpressionReader expressions, Func<string, PolicyValue?> defaultOf)
{
    public EffectClause? Parse(JToken token)
    {
        if (document.Object(token, "'then'") is not { } item) return null;
        var members = document.Members(item, key => key.ToUpperInvariant() is "EFFECT" or "DETAILS");
        var effect = ParseName(item, members.GetValueOrDefault("effect"));
        var details = members.GetValueOrDefault("details")?.Value is { Type: not JTokenType.Null } written ? written : null;
        if (details is not null) CheckExpressions(details);
        var existence = details is JObject values ? ParseExistence(values) : null;
        if (effect is null) return null;
        var typed = new DetailsParser(document, expressions).Parse(FamilyOf(effect, details), details, existence, item);
        if (details is not null && typed is ExistenceDetails deploy && IsDeploy(effect)) ReportNothingToDeploy(deploy, details);
        return new EffectClause(effect, details is null ? null : PolicyValueReader.FromToken(details), existence, document.At(item)) { TypedDetails = typed };
    }

    private string? ParseName(JObject owner, JProperty? member)
    {
        if (member is null)
        {
            document.Report(DiagnosticCatalog.KeyMissing(document.At(owner), "then", "effect"));
            return null;
        }

        if (document.Text(member.Value, "'effect'") is not { } effect) return null;
        expressions.Check(member.Value, counts: 0);
        if (!TemplateText.IsExpression(effect) && !EffectFamilies.IsKnown(effect))
            document.Report(DiagnosticCatalog.UnknownEffect(document.At(member.Value), effect, NearestName.Find(effect, EffectFamilies.Names)));
        return effect;
    }

    private EffectFamily FamilyOf(string effect, JToken? details)
    {
        var isExpression = TemplateText.IsExpression(effect);
        if (!isExpression && EffectFamilies.OfName(effect) is { } named) return named;
        if (EffectFamilies.OfShape(details) is { } shaped) return shaped;
        return isExpression && ExpressionCalls.ParameterOf(effect) is { } parameter && defaultOf(parameter) is TextValue text
            ? EffectFamilies.OfName(text.Value) ?? EffectFamily.None
            : EffectFamily.None;
    }

    // The existence condition is read as one, and a deployment template's expressions are for the deployment, with parameters of its own.
    private void CheckExpressions(JToken details)
    {
        var template = Member(Member(Member(details, "deployment"), "properties"), "template");
        expressions.Check(details, counts: 0, Member(details, "existenceCondition"), template);
    }

    private static JToken? Member(JToken? owner, string key) => (owner as JObject)?.GetValue(key, StringComparison.OrdinalIgnoreCase);

    private Condition? ParseExistence(JObject details)
    {
        var members = document.Members(details, key => string.Equals(key, "existenceCondition", StringComparison.OrdinalIgnoreCase));
        return members.TryGetValue("existenceCondition", out var condition) ? conditions.Parse(condition.Value) : null;
    }

    private static bool IsDeploy(string effect) => string.Equals(effect, "deployIfNotExists", StringComparison.OrdinalIgnoreCase);

    private void ReportNothingToDeploy(ExistenceDetails details, JToken at)
    {
        if (details.Deployment is null) document.Report(DiagnosticCatalog.DeploymentMissing(document.At(at), "deployment"));
        if (details.RoleDefinitionIds is null) document.Report(DiagnosticCatalog.DeploymentMissing(document.At(at), "roleDefinitionIds"));
    }
}
