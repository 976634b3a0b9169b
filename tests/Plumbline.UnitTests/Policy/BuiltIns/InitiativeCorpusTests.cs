using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>The built-in initiatives, the Microsoft cloud security benchmark v1 and v2 among them.</summary>
public sealed class InitiativeCorpusTests
{
    private static readonly Dictionary<string, PolicyDefinition> Definitions = BuiltInCorpus.All.ToDictionary(item => item.Name, item => item.Definition, StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string, int, int, int, int> Initiatives() => new()
    {
        { "1f3afdf9-d0c9-4c3d-847f-89da613e70a8", 223, 85, 360, 57 },
        { "e3ec7e09-768c-4b64-882c-fcada3772047", 414, 92, 17, 117 },
        { "32ff9e30-4725-4ca7-ba3a-904a7721ee87", 238, 10, 6, 20 },
        { "42346945-b531-41d8-9e46-f95057672e88", 183, 9, 359, 45 },
        { "470a962c-86a0-433b-803a-3c176b5ce79c", 53, 72, 71, 14 },
        { "fe7782e4-6ff3-4e39-8d8a-64b6f7b82c85", 31, 32, 34, 8 },
    };

    [Fact]
    public void Initiatives_are_read_without_diagnostics() => Assert.Empty(BuiltInCorpus.Initiatives.SelectMany(item => item.Diagnostics).Select(item => item.Message));

    [Theory]
    [MemberData(nameof(Initiatives))]
    public void Initiative_is_read_in_full(string name, int references, int groups, int parameters, int known)
    {
        var set = BuiltInCorpus.Initiatives.Select(item => item.Value).Single(item => item?.Name == name);

        Assert.NotNull(set);
        Assert.Equal((references, groups, parameters, known), (set.References.Length, set.Groups.Length, set.Parameters.Length, Known(set).Count()));
    }

    [Fact]
    public void References_bind_the_parameters_of_their_definitions_but_for_the_reviewed_ones()
    {
        var found = Sets().SelectMany(set => Known(set).SelectMany(known => ParameterBinder.Bind(known.Definition, known.Reference, set, Values(set)).Diagnostics
            .Select(item => ($"{set.Name} {known.Reference.ReferenceId}", item.Message))));

        PinnedList.AssertIs("initiative-binding", found);
    }

    private static IEnumerable<PolicySetDefinition> Sets() => BuiltInCorpus.Initiatives.Select(item => item.Value).OfType<PolicySetDefinition>();

    private static IEnumerable<(PolicyDefinitionReference Reference, PolicyDefinition Definition)> Known(PolicySetDefinition set) => set.References
        .Where(reference => Definitions.ContainsKey(NameOf(reference)))
        .Select(reference => (reference, Definitions[NameOf(reference)]));

    private static string NameOf(PolicyDefinitionReference reference) => reference.PolicyDefinitionId[(reference.PolicyDefinitionId.LastIndexOf('/') + 1)..];

    // What an assignment has to give: parameters without a default.
    private static ImmutableDictionary<string, PolicyValue> Values(PolicySetDefinition set) => set.Parameters
        .Where(parameter => parameter.DefaultValue is null)
        .ToImmutableDictionary(parameter => parameter.Name, parameter => ParameterSamples.Of(parameter)[0]);
}
