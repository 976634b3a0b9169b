using Newtonsoft.Json.Linq;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>A reference to a parameter that is not declared.</summary>
public sealed class AllParameterReferencesMustResolveRule() : LintRule("all-parameter-references-must-resolve", LintSeverity.Error, "Reference to an undeclared parameter")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Definition is null || subject.Rule is not { } rule) return [];
        string[] declared = [.. (LintSubject.Member(subject.Properties, "parameters") as JObject)?.Properties().Select(property => property.Name) ?? []];
        return rule.Descendants().OfType<JValue>().Where(IsOutsideOfTemplate).SelectMany(token => References(token).Where(name => !declared.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => Unresolved(subject, token, name, declared)));
    }

    private LintFinding Unresolved(LintSubject subject, JValue token, string name, string[] declared) => Finding(
        subject.At(token),
        $"parameter '{name}' is not declared: Azure refuses the definition",
        NearestName.Find(name, declared) is { } near ? $"did you mean '{near}'?" : $"declare '{name}' in 'parameters'");

    private static IEnumerable<string> References(JValue token) => token.Value is string text && TemplateText.IsExpression(text) && ExpressionParser.Parse(text).Value is { } expression
        ? new ExpressionNode(token, expression).Calls("parameters").Select(call => call.Arguments is [LiteralExpression { Value: TextValue name }] ? name.Value : null).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
        : [];

    // The template declares parameters of its own; the values passed to it are expressions of the policy.
    private static bool IsOutsideOfTemplate(JValue token)
    {
        string[] around = [.. token.Ancestors().OfType<JProperty>().Select(property => property.Name)];
        return !(around.Contains("template", StringComparer.OrdinalIgnoreCase) && around.Contains("deployment", StringComparer.OrdinalIgnoreCase));
    }
}
