using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads policy documents. Every run reports all errors of the document; keywords are read without regard to case, as Azure does.</summary>
public static class PolicyParser
{
    /// <summary>Reads a policy definition, wrapped in <c>{name, type, properties}</c> or not.</summary>
    public static ParseResult<PolicyDefinition> ParseDefinition(SourceText source) =>
        Parse(source, (document, root) => new DefinitionParser(document).Parse(root));

    /// <summary>Reads an initiative (policy set definition), wrapped in <c>{name, type, properties}</c> or not.</summary>
    public static ParseResult<PolicySetDefinition> ParseSetDefinition(SourceText source) =>
        Parse(source, (document, root) => new SetDefinitionParser(document).Parse(root));

    /// <summary>Reads a definition as far as it goes: the tree is there too when the errors leave it whole, such as an undeclared parameter does.</summary>
    public static (PolicyDefinition? Definition, ImmutableArray<Diagnostic> Diagnostics) InspectDefinition(SourceText source) =>
        Inspect(source, (document, root) => new DefinitionParser(document).Parse(root));

    /// <summary>Reads an initiative as far as it goes: the tree is there too when the errors leave it whole.</summary>
    public static (PolicySetDefinition? Initiative, ImmutableArray<Diagnostic> Diagnostics) InspectSetDefinition(SourceText source) =>
        Inspect(source, (document, root) => new SetDefinitionParser(document).Parse(root));

    /// <summary>
    /// Reads a text that is a definition (wrapped or not), a bare rule (<c>if</c> and <c>then</c>) or a single condition, and says which.
    /// The parameters that a bare rule or condition reads are declared elsewhere, so none is reported as undeclared.
    /// </summary>
    public static PolicyText ParseAny(SourceText source)
    {
        var (root, diagnostics) = PositionedJsonReader.ReadAny(source);
        if (root is null) return new(PolicyTextKind.Unknown, null, null, null, diagnostics);
        var document = new DocumentReader(source.File, root, "$");
        var found = ParseAny(document, root);
        var all = diagnostics.AddRange(document.Diagnostics());
        return all.Any(item => item.IsError) ? new(found.Kind, null, null, null, all) : found with { Diagnostics = all };
    }

    /// <summary>Reads a condition that stands inside another document.</summary>
    /// <param name="token">The condition.</param>
    /// <param name="file">The document's file, for locations.</param>
    /// <param name="path">The condition's path inside its document, such as <c>$.controls[0].when</c>.</param>
    /// <param name="isName">Says which texts that look like expressions are names of the other document's own, or null for none.</param>
    public static ParseResult<Condition> ParseCondition(JToken token, string file, string path, Func<string, bool>? isName = null)
    {
        var document = new DocumentReader(file, token, path);
        return Finish(new ConditionParser(document, new ExpressionReader(document, isName), new RuleTally()).Parse(token), document);
    }

    private static PolicyText ParseAny(DocumentReader document, JToken root)
    {
        var kind = root is JObject candidate ? PolicyTextClassifier.Classify(candidate) : PolicyTextKind.Unknown;
        var item = root as JObject ?? [];
        var expressions = new ExpressionReader(document);
        var definition = kind == PolicyTextKind.Definition ? new DefinitionParser(document).Parse(item) : null;
        var rule = kind == PolicyTextKind.Rule ? new RuleParser(document, expressions).Parse(item, "the rule", []) : null;
        var condition = kind == PolicyTextKind.Condition ? ParseBare(document, item, expressions) : null;
        if (kind == PolicyTextKind.Unknown) document.Report(NotPolicyText(document, root));
        return new(kind, definition, rule, condition, []);
    }

    private static Condition? ParseBare(DocumentReader document, JObject item, ExpressionReader expressions)
    {
        var tally = new RuleTally();
        var condition = new ConditionParser(document, expressions, tally).Parse(item);
        tally.EndIf();
        foreach (var limit in tally.Exceeded(document.Start, expressions.Functions)) document.Report(limit);
        return condition;
    }

    private static Diagnostic NotPolicyText(DocumentReader document, JToken root) => root is JObject item
        ? DiagnosticCatalog.NotPolicyText(document.Start, PolicyTextClassifier.Describe(item), PolicyTextClassifier.Nearest(item))
        : DiagnosticCatalog.NotPolicyText(document.Start, JsonKind.Of(root), null);

    /// <summary>Reads any document with its own parser: the value unless there is an error, and every problem found.</summary>
    internal static ParseResult<T> Parse<T>(SourceText source, Func<DocumentReader, JObject, T?> parse)
        where T : class
    {
        var (root, diagnostics) = PositionedJsonReader.Read(source);
        if (root is null) return new(null, diagnostics);
        var document = new DocumentReader(source.File, root, "$");
        var result = Finish(parse(document, root), document);
        return result with { Diagnostics = diagnostics.AddRange(result.Diagnostics) };
    }

    private static (T? Value, ImmutableArray<Diagnostic> Diagnostics) Inspect<T>(SourceText source, Func<DocumentReader, JObject, T?> parse)
        where T : class
    {
        var (root, diagnostics) = PositionedJsonReader.Read(source);
        if (root is null) return (null, diagnostics);
        var document = new DocumentReader(source.File, root, "$");
        var value = parse(document, root);
        return (value, diagnostics.AddRange(document.Diagnostics()));
    }

    private static ParseResult<T> Finish<T>(T? value, DocumentReader document)
        where T : class
    {
        var diagnostics = document.Diagnostics();
        return new(diagnostics.Any(item => item.IsError) ? null : value, diagnostics);
    }
}
