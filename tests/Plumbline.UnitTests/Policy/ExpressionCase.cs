using Newtonsoft.Json.Linq;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy;

/// <summary>One case of <c>tests/cases/expressions</c>: an expression, what it may read, and its value or failure.</summary>
internal sealed record ExpressionCase(string Note, string Expression, JObject Parameters, JObject Context, JObject Resource, JObject Want)
{
    private static readonly string[] Keys = ["note", "expression", "parameters", "context", "resource", "want"];

    public static string Folder { get; } = Path.Combine(CaseFile.Folder, "expressions");

    public static IEnumerable<string> Topics() =>
        Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static IReadOnlyList<ExpressionCase> Read(string topic)
    {
        var stream = new YamlStream();
        using var text = new StreamReader(Path.Combine(Folder, topic + ".yaml"));
        stream.Load(text);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Select(Read)];
    }

    /// <summary>What the expression gives, in the form of <see cref="Want"/>.</summary>
    public JObject Evaluate() => TemplateExpression.Evaluate(Expression, new ExpressionCaseContext(Parameters, Context, Resource)).Value switch
    {
        FailedValue failed => new JObject(new JProperty("error", Want["error"]?.Type == JTokenType.Boolean ? true : failed.Reason)),
        UndefinedValue => new JObject(new JProperty("undefined", true)),
        var value => new JObject(new JProperty("value", PolicyValueWriter.ToToken(value))),
    };

    private static ExpressionCase Read(YamlNode node)
    {
        var item = (JObject)YamlTokens.ToToken(node);
        var note = (string?)item["note"] ?? throw new InvalidOperationException($"The case at {node.Start} has no note.");
        var unknown = item.Properties().Select(property => property.Name).Except(Keys).FirstOrDefault();
        if (unknown is not null) throw new InvalidOperationException($"'{note}' has the unknown key '{unknown}'.");
        return new ExpressionCase(
            note,
            (string?)item["expression"] ?? throw new InvalidOperationException($"'{note}' has no expression."),
            item["parameters"] as JObject ?? [],
            item["context"] as JObject ?? [],
            item["resource"] as JObject ?? [],
            item["want"] as JObject ?? throw new InvalidOperationException($"'{note}' wants nothing."));
    }
}
