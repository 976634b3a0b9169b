using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Framework;

/// <summary>A document under the linter: the text, its tokens, and what they mean as far as they could be read.</summary>
public sealed class LintSubject
{
    private readonly Lazy<ImmutableArray<ConditionNode>> conditions;
    private readonly Lazy<ImmutableArray<ExpressionNode>> expressions;

    private LintSubject(SourceText source, JObject root, ImmutableArray<Diagnostic> problems, LintKnowledge knowledge)
    {
        Source = source;
        Root = root;
        Problems = problems;
        Knowledge = knowledge;
        conditions = new(() => Definition is null ? [] : ConditionNodes.Of(Definition, Source.File, Root));
        expressions = new(() => Rule is null ? [] : [.. Rule.Descendants().OfType<JValue>().Where(IsOutsideOfDeployment).Select(Expression).OfType<ExpressionNode>()]);
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The whole document.</summary>
    public JObject Root { get; }

    /// <summary>What the parser found. With errors, the typed values hold what could be read in spite of them.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>What is known of Azure.</summary>
    public LintKnowledge Knowledge { get; }

    /// <summary>The definition, or null when the document is none.</summary>
    public PolicyDefinition? Definition { get; private init; }

    /// <summary>The initiative, or null when the document is none.</summary>
    public PolicySetDefinition? SetDefinition { get; private init; }

    /// <summary>The object with the definition's members: <c>properties</c>, or the document when that is not wrapped.</summary>
    public JObject Properties => Member(Root, "properties") as JObject ?? Root;

    /// <summary>The rule's object, or null.</summary>
    public JObject? Rule => Member(Properties, "policyRule") as JObject;

    /// <summary>The object <c>then</c>, or null.</summary>
    public JObject? Then => Rule is null ? null : Member(Rule, "then") as JObject;

    /// <summary>The object <c>then.details</c>, or null.</summary>
    public JObject? Details => Then is null ? null : Member(Then, "details") as JObject;

    /// <summary>The conditions of <c>if</c> in the order of the text, then those of the existence condition; those in counts follow their count.</summary>
    public ImmutableArray<ConditionNode> Conditions => conditions.Value;

    /// <summary>The expressions of the rule in the order of the text. Those of a deployment belong to its template and are left out.</summary>
    public ImmutableArray<ExpressionNode> Expressions => expressions.Value;

    /// <summary>Reads a document; null when its text is not JSON or neither a definition nor an initiative: then <paramref name="problems"/> say why.</summary>
    public static LintSubject? Read(SourceText source, LintKnowledge knowledge, out ImmutableArray<Diagnostic> problems)
    {
        var parsed = PositionedJson.Parse(source);
        problems = parsed.Diagnostics;
        if (parsed.Value is not { } root) return null;
        var properties = Member(root, "properties") as JObject ?? root;
        if (Member(properties, "policyDefinitions") is not null)
        {
            var set = PolicyParser.ReadSetDefinition(source);
            problems = set.Diagnostics;
            return new LintSubject(source, root, set.Diagnostics, knowledge) { SetDefinition = set.Value };
        }

        var definition = PolicyParser.ReadDefinition(source);
        problems = definition.Diagnostics;
        return new LintSubject(source, root, definition.Diagnostics, knowledge) { Definition = definition.Value };
    }

    /// <summary>Where a token stands.</summary>
    public SourceLocation At(JToken token) => PositionedJson.LocationOf(Source.File, token);

    /// <summary>The value of a member, its name in any case; null when it is absent.</summary>
    public static JToken? Member(JObject item, string name) => item.GetValue(name, StringComparison.OrdinalIgnoreCase);

    // The template of a deployment is ARM's language; its 'parameters' are its own.
    private static bool IsOutsideOfDeployment(JValue value) => !value.Ancestors().OfType<JProperty>().Any(property => string.Equals(property.Name, "deployment", StringComparison.OrdinalIgnoreCase));

    private static ExpressionNode? Expression(JValue token) =>
        token.Value is string text && TemplateText.IsExpression(text) && ExpressionParser.Parse(text).Value is { } expression ? new ExpressionNode(token, expression) : null;
}
