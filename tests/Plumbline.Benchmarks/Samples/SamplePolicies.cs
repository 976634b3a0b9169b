using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Benchmarks.Samples;

/// <summary>The initiative with every definition it references that the checkout holds, bound to the initiative's default values.</summary>
/// <param name="References">How many references the initiative has.</param>
/// <param name="Bound">Those whose definition was found.</param>
internal sealed record SamplePolicies(int References, ImmutableArray<BoundDefinition> Bound)
{
    /// <summary>Reads the files.</summary>
    public static SamplePolicies Read()
    {
        var texts = Checkout.JsonFiles("definitions").Select(File.ReadAllText).Concat(Checkout.BuiltIns());
        var definitions = new Dictionary<string, PolicyDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            if (PolicyParser.ParseDefinition(new SourceText("definition.json", text)).Value is { } definition) definitions[definition.Name] = definition;
        }

        var sets = Checkout.JsonFiles("initiative").Select(file => PolicyParser.ParseSetDefinition(new SourceText(file, File.ReadAllText(file))).Value).OfType<PolicySetDefinition>().ToList();
        var bound = sets.SelectMany(set => set.References.Where(reference => definitions.ContainsKey(NameOf(reference)))
            .Select(reference => Bind(definitions[NameOf(reference)], reference, set)));
        return new(sets.Sum(set => set.References.Length), [.. bound]);
    }

    /// <summary>All of them compiled together.</summary>
    public PolicyProgram Compile() => PolicyProgram.Compile(Bound, AliasTable.Published);

    private static string NameOf(PolicyDefinitionReference reference) => reference.PolicyDefinitionId.Split('/')[^1];

    private static BoundDefinition Bind(PolicyDefinition definition, PolicyDefinitionReference reference, PolicySetDefinition set) =>
        new(definition, ParameterBinder.Bind(definition, reference, set, ImmutableDictionary<string, PolicyValue>.Empty).Values);
}
