using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Testing.Coverage;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Mutation;

/// <summary>Makes the mutants of a definition: single changes of <c>if</c> and of the existence condition.</summary>
/// <param name="aliases">Where siblings of fields are found.</param>
internal sealed class MutantGenerator(AliasTable aliases)
{
    /// <summary>The mutants in the order of the text; of several that mean the same, the first.</summary>
    /// <param name="tested">The definition.</param>
    /// <param name="outsider">A value that tests compare with the list of a leaf that does not have it, or null.</param>
    public ImmutableArray<Mutant> Of(TestedDefinition tested, Func<LeafCondition, PolicyValue?> outsider)
    {
        var changes = new ConditionChanges(new LeafChanges(aliases, outsider));
        var definition = tested.Definition;
        var mutants = Part(tested, changes, definition.If, changed => definition with { If = changed });
        return definition.Then.ExistenceCondition is { } existence
            ? [.. mutants, .. Part(tested, changes, existence, changed => WithExistence(definition, changed)), .. WithoutExistence(tested, existence)]
            : [.. mutants];
    }

    private static IEnumerable<Mutant> Part(TestedDefinition tested, ConditionChanges changes, Condition root, Func<Condition, PolicyDefinition> with)
    {
        var original = NormalForm.Of(root);
        return changes.Of(root)
            .Select(change => (Change: change, Form: NormalForm.Of(change.Result)))
            .DistinctBy(item => item.Form == original ? $"{original} {item.Change.Text} {item.Change.At.Location?.Path}" : item.Form, StringComparer.Ordinal)
            .Select(item => Of(tested, item.Change.At, item.Change.Text, with(item.Change.Result), item.Form == original));
    }

    private static IEnumerable<Mutant> WithoutExistence(TestedDefinition tested, Condition existence) =>
        [Of(tested, existence, "existence condition dropped", WithExistence(tested.Definition, null), false)];

    private static Mutant Of(TestedDefinition tested, Condition at, string change, PolicyDefinition definition, bool isEquivalent) =>
        new(definition, at, ConditionPath.Of(at.Location?.Path), change, tested.Place(at.Location), isEquivalent);

    private static PolicyDefinition WithExistence(PolicyDefinition definition, Condition? existence) => definition with
    {
        Then = definition.Then with
        {
            ExistenceCondition = existence,
            TypedDetails = definition.Then.TypedDetails is ExistenceDetails details ? details with { ExistenceCondition = existence } : definition.Then.TypedDetails,
        },
    };
}
