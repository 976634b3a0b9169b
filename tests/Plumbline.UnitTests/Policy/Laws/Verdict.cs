using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.Laws;

/// <summary>Evaluates a condition whose fields are paths, in an audit rule.</summary>
internal static class Verdict
{
    private static readonly PolicyEvaluator Evaluator = new(AliasTable.Of([]), UnknownAliasHandling.ReadAsPath);

    /// <summary>Whether the condition holds. It must be well formed and may not fail.</summary>
    public static bool Holds(JObject condition, JObject resource)
    {
        var result = Of(condition, resource) ?? throw new InvalidOperationException($"The condition is refused: {condition}");
        if (result.Status == EvaluationStatus.Error) throw new InvalidOperationException($"The condition failed: {result.Error}");
        return result.Status == EvaluationStatus.NonCompliant;
    }

    /// <summary>The verdict, or null when the parser refuses the rule.</summary>
    public static EvaluationResult? Of(JObject condition, JObject resource)
    {
        var rule = new JObject(new JProperty("if", condition), new JProperty("then", new JObject(new JProperty("effect", "audit"))));
        var parsed = PolicyParser.ParseDefinition(new SourceText("policy.json", new JObject(new JProperty("mode", "All"), new JProperty("policyRule", rule)).ToString()));
        return parsed.Value is { } definition
            ? Evaluator.Evaluate(definition, new EvaluationInput((ObjectValue)PolicyValueReader.FromToken(resource), ImmutableDictionary<string, PolicyValue>.Empty, new EvaluationContext(DateTimeOffset.UnixEpoch), new NoResources()))
            : null;
    }

    /// <summary>How many a count counts, found by comparing it with every number up to 20.</summary>
    public static int Count(JObject count, JObject resource) => Enumerable.Range(0, 21)
        .Single(number => Holds(new JObject(new JProperty("count", count), new JProperty("equals", number)), resource));

    private sealed class NoResources : IRelatedResources
    {
        public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) => [];
    }
}
