using System.Collections.Immutable;
using System.Text;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Scan;

/// <summary>Asks which verdicts on a resource that is known in part are open.</summary>
internal static class PartialVerdictSample
{
    public static string Reference { get; } = "[reference('x', '2020-01-01').y]";

    /// <summary>What the verdict of an audit rule depends on; empty when it stands.</summary>
    public static ImmutableArray<UnresolvedRead> Undecided(string condition, string resource, bool isPatch = false) =>
        Of($$$"""{"mode":"All","policyRule":{"if":{{{condition}}},"then":{"effect":"audit"} } }""", resource, isPatch);

    /// <summary>What the verdict of a definition depends on.</summary>
    public static ImmutableArray<UnresolvedRead> Of(string definition, string resource, bool isPatch = false, params ImmutableArray<string> related)
    {
        var parsed = PolicyParser.ParseDefinition(new SourceText("policy.json", definition)).Value ?? throw new ArgumentException(definition, nameof(definition));
        var runner = PolicyProgram.Compile([new BoundDefinition(parsed, ImmutableDictionary<string, PolicyValue>.Empty)], AliasTable.Of([]), UnknownAliasHandling.ReadAsPath)
            .CreateRunner(new EvaluationContext(DateTimeOffset.UnixEpoch), new RelatedResourceList([.. related.Select(text => ResourceDocument.Parse(Encoding.UTF8.GetBytes(text)))]));
        runner.Run(Encoding.UTF8.GetBytes(resource));
        return [.. runner.Undecided(isPatch).SelectMany(verdict => verdict.Reads)];
    }
}
