using System.Collections.Immutable;
using System.Text;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Testing.Coverage;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Resources;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Mutation;

/// <summary>Looks for a test that notices a mutant: the resources of tests, with the property of one leaf or of two varied.</summary>
/// <param name="asker">The engine.</param>
/// <param name="tested">The definition.</param>
/// <param name="results">Its tests.</param>
/// <param name="seen">What they showed.</param>
internal sealed class TestProposer(PolicyAsker asker, TestedDefinition tested, ImmutableArray<TestResult> results, SeenLeaves seen)
{
    // So many resources are tried for a mutant; most are found among the first hundred.
    private const int MaximumTries = 3_000;

    private static readonly SourceLocation Nowhere = new("");

    private readonly TestSubject original = new(tested.Name, null, [tested]);

    /// <summary>The test as an item of <c>tests</c>; null when none was found.</summary>
    public string? Propose(Mutant mutant)
    {
        var changed = new TestSubject(tested.Name, null, [tested with { Definition = mutant.Definition }]);
        foreach (var (result, resource, related) in Situations(mutant).Take(MaximumTries))
        {
            if (asker.Ask(original, result.Test, resource, related).Value is { } verdict
                && asker.Ask(changed, result.Test, resource, related).Value is { } other
                && Observation.Of(verdict) != Observation.Of(other))
            {
                return Text(mutant, result.Test, resource, related, verdict);
            }
        }

        return null;
    }

    private IEnumerable<(TestResult Result, ObjectValue Resource, ImmutableArray<ObjectValue> Related)> Situations(Mutant mutant)
    {
        var isExistence = mutant.Path.StartsWith("then", StringComparison.OrdinalIgnoreCase);
        ImmutableArray<ResourceEdit> likely = [.. RuleLeaves.In(mutant.At).Concat(Mutated(mutant)).SelectMany(Edits).DistinctBy(edit => (edit.Text, edit.Value))];
        ImmutableArray<ResourceEdit> all = [.. likely, .. RuleLeaves.Of(tested.Definition).SelectMany(Edits)];
        ImmutableArray<ResourceEdit> distinct = [.. all.DistinctBy(edit => (edit.Text, edit.Value))];
        foreach (var edits in (IEnumerable<IEnumerable<ResourceEdit>>)[.. distinct.Select(edit => (ResourceEdit[])[edit]), .. likely.SelectMany(one => distinct.Select(other => (ResourceEdit[])[other, one]))])
        {
            foreach (var result in results)
            {
                if (!isExistence && Edited(result.Verdict?.Resource, edits) is { } resource) yield return (result, resource, result.Related);
                if (isExistence && result.Verdict is { } verdict && Edited(result.Related.FirstOrDefault(), edits) is { } related) yield return (result, verdict.Resource, result.Related.SetItem(0, related));
            }
        }
    }

    // The field of a changed leaf may be another one.
    private static IEnumerable<LeafCondition> Mutated(Mutant mutant) =>
        RuleLeaves.Of(mutant.Definition).Where(leaf => ConditionPath.Of(leaf.Location?.Path) == mutant.Path);

    private IEnumerable<ResourceEdit> Edits(LeafCondition leaf) =>
        from path in seen.Paths(leaf)
        from value in CandidateValues.For(leaf, seen.Operands(leaf))
        select new ResourceEdit(path, value, string.Join('.', path.Steps), Nowhere);

    private static ObjectValue? Edited(ObjectValue? resource, IEnumerable<ResourceEdit> edits)
    {
        foreach (var edit in edits) resource = resource is null ? null : edit.Apply(resource);
        return resource;
    }

    private static string Text(Mutant mutant, PolicyTest test, ObjectValue resource, ImmutableArray<ObjectValue> related, TestVerdict verdict)
    {
        var text = new StringBuilder();
        text.Append("- name: ").Append(Json(new TextValue($"notices: {mutant.Change}"))).Append('\n');
        text.Append("  resource: ").Append(Json(resource)).Append('\n');
        if (!test.Parameters.IsEmpty) text.Append("  parameters: ").Append(Json(new ObjectValue([.. test.Parameters.OrderBy(item => item.Key, StringComparer.Ordinal)]))).Append('\n');
        if (!related.IsEmpty) text.Append("  related: ").Append(Json(new ArrayValue([.. related]))).Append('\n');
        if (test.Write != WriteRequest.None) text.Append("  write: ").Append(test.Write.ToString().ToLowerInvariant()).Append('\n');
        return text.Append("  expect: { compliance: ").Append(verdict.Compliance).Append(", effect: ").Append(verdict.Effect ?? "none").Append(" }").ToString();
    }

    private static string Json(PolicyValue value) => PolicyValueWriter.ToCompactJson(value);
}
