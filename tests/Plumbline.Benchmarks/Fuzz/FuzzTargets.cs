using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Benchmarks.Fuzz;

/// <summary>What is fuzzed. A target throws when something is wrong: <see cref="JsonException"/> of a text that is no JSON is caught here, and nothing else.</summary>
internal static class FuzzTargets
{
    public const string Parse = "parse";
    public const string Expression = "expression";
    public const string Evaluate = "evaluate";
    public const string Resource = "resource";
    public const string Aliases = "aliases";

    private static readonly EvaluationContext Context = new(DateTimeOffset.UnixEpoch, "2024-03-01");
    private static readonly PolicyEvaluator Evaluator = new(AliasTable.Published, UnknownAliasHandling.Refuse);
    private static readonly TemplateEvaluator Templates = new(AliasTable.Published);
    private static readonly AliasNormalizer Normalizer = new(AliasTable.Published);
    private static readonly ImmutableDictionary<string, PolicyValue> NoParameters = ImmutableDictionary<string, PolicyValue>.Empty;

    /// <summary>How many of the definitions could be read and gave a verdict or an evaluation error.</summary>
    public static long Evaluated { get; private set; }

    /// <summary>How many of those gave a verdict.</summary>
    public static long Verdicts { get; private set; }

    /// <summary>Runs an input.</summary>
    public static void Run(FuzzCase input)
    {
        switch (input.Target)
        {
            case Parse:
                ParseAll(new SourceText("fuzz.json", input.Text(0)));
                break;
            case Expression:
                EvaluateExpression(input.Text(0), ResourceOf(input.Parts[1]));
                break;
            case Evaluate:
                EvaluateDefinition(input.Text(0), ResourceOf(input.Parts[1]));
                break;
            case Resource:
                Normalize(ResourceOf(input.Parts[0]));
                break;
            case Aliases:
                ReadAliases(input.Parts[0], input.Parts[1]);
                break;
            default:
                throw new ArgumentException($"There is no target '{input.Target}'.");
        }
    }

    private static void ParseAll(SourceText source)
    {
        PolicyParser.ParseAny(source);
        PolicyParser.ParseDefinition(source);
        PolicyParser.ParseSetDefinition(source);
    }

    private static void EvaluateExpression(string text, ResourceDocument? resource)
    {
        if (TemplateText.IsExpression(text)) ExpressionParser.Parse(text);
        var parameters = NoParameters.Add("effect", new TextValue("Audit")).Add("list", PolicyValueReader.Object(("a", new IntegerValue(1))));
        var result = Templates.Evaluate(text, TemplateEvaluator.Input(resource, parameters, Context));
        if (result.Value is null == result.Error is null) throw new InvalidOperationException("An expression has a value or an error, never both or none.");
    }

    // A verdict of the explaining evaluator and that of a scan are the same verdict.
    private static void EvaluateDefinition(string text, ResourceDocument? resource)
    {
        if (resource is null || PolicyParser.ParseDefinition(new SourceText("fuzz.json", text)).Value is not { } definition) return;
        var related = new RelatedResourceList([resource]);
        var explained = Evaluator.Evaluate(definition, new EvaluationInput(resource, NoParameters, Context, related)).Status;
        var program = PolicyProgram.Compile([new BoundDefinition(definition, NoParameters)], AliasTable.Published);
        var scanned = program.CreateRunner(Context, related).Run(PolicyValueWriter.ToUtf8(resource.ToValue()));
        var verdict = scanned.Count == 0 ? EvaluationStatus.NotApplicable : scanned[0].Status;
        Evaluated++;
        if (verdict is EvaluationStatus.Compliant or EvaluationStatus.NonCompliant) Verdicts++;
        if (verdict != explained) throw new InvalidOperationException($"The scan says {verdict}, the evaluator {explained}.");
    }

    private static void Normalize(ResourceDocument? resource)
    {
        if (resource is null) return;
        var flat = Normalizer.Normalize(resource.ToValue());
        Normalizer.Denormalize(flat);
        Normalizer.Denormalize(resource.ToValue(), "2024-03-01");
    }

    private static void ReadAliases(byte[] catalogue, byte[] resource)
    {
        if (AliasTable.Read(catalogue, "fuzz.json").Value is not { } table) return;
        foreach (var alias in table.Namespaces.SelectMany(name => table.TypesOf(name)).SelectMany(type => table.OfType(type)).Take(100)) table.TryFind(alias.Name, out _);
        if (ResourceOf(resource) is { } document) new AliasNormalizer(table).Normalize(document.ToValue(), "2024-03-01");
    }

    private static ResourceDocument? ResourceOf(byte[] text)
    {
        try
        {
            return ResourceDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
