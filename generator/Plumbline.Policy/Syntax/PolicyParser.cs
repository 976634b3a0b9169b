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

    /// <summary>Reads a condition that stands inside another document.</summary>
    /// <param name="token">The condition.</param>
    /// <param name="file">The document's file, for locations.</param>
    /// <param name="path">The condition's path inside its document, such as <c>$.controls[0].when</c>.</param>
    /// <param name="isName">Says which texts that look like expressions are names of the other document's own, or null for none.</param>
    public static ParseResult<Condition> ParseCondition(JToken token, string file, string path, Func<string, bool>? isName = null)
    {
        var document = new DocumentReader(file, token, path);
        return Finish(new ConditionParser(document, new ExpressionReader(document, isName)).Parse(token), document);
    }

    private static ParseResult<T> Parse<T>(SourceText source, Func<DocumentReader, JObject, T?> parse)
        where T : class
    {
        var (root, diagnostics) = PositionedJsonReader.Read(source);
        if (root is null) return new(null, diagnostics);
        var document = new DocumentReader(source.File, root, "$");
        var result = Finish(parse(document, root), document);
        return result with { Diagnostics = diagnostics.AddRange(result.Diagnostics) };
    }

    private static ParseResult<T> Finish<T>(T? value, DocumentReader document)
        where T : class
    {
        var diagnostics = document.Diagnostics;
        return new(diagnostics.Any(item => item.IsError) ? null : value, diagnostics);
    }
}
