using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Model;

/// <summary>Finds the members of initiatives that a choice means.</summary>
internal sealed class MemberLookup(PolicyDocuments documents)
{
    private readonly ImmutableDictionary<string, PolicyDocument> initiatives = ByName(documents.Initiatives);
    private readonly ImmutableDictionary<string, PolicyDocument> definitions = ByName(documents.Definitions);

    /// <summary>The custom initiative of that name, or null.</summary>
    public PolicyDocument? Initiative(string name) => initiatives.GetValueOrDefault(name);

    /// <summary>The custom definition of that name, or null.</summary>
    public PolicyDocument? Definition(string name) => definitions.GetValueOrDefault(name);

    /// <summary>The names of the custom initiatives.</summary>
    public IEnumerable<string> InitiativeNames => initiatives.Keys;

    /// <summary>The names of the custom definitions.</summary>
    public IEnumerable<string> DefinitionNames => definitions.Keys;

    /// <summary>The members of an initiative; null when nobody knows them: the initiative is built in.</summary>
    public ImmutableArray<ObjectValue>? Members(string initiative) =>
        Initiative(initiative) is { } document ? [.. MembersOf(document)] : null;

    /// <summary>The reference ids a choice means in an initiative, in its order; null when that cannot be known.</summary>
    public ImmutableArray<string>? References(string initiative, MemberChoice choice) => choice.Kind == MemberChoiceKind.Reference
        ? [choice.Name]
        : Members(initiative) is { } members ? [.. members.Where(member => Chooses(choice, member)).Select(ReferenceOf)] : null;

    /// <summary>The members of an initiative.</summary>
    public static IEnumerable<ObjectValue> MembersOf(PolicyDocument initiative) =>
        initiative.Properties["policyDefinitions"] is ArrayValue members ? members.Items.OfType<ObjectValue>() : [];

    /// <summary>The reference id of a member.</summary>
    public static string ReferenceOf(ObjectValue member) => member["policyDefinitionReferenceId"] is TextValue reference ? reference.Value : "";

    /// <summary>The id of a member's definition.</summary>
    public static string DefinitionIdOf(ObjectValue member) => member["policyDefinitionId"] is TextValue id ? id.Value : "";

    /// <summary>The name of a definition or initiative: the end of its id.</summary>
    public static string NameOf(string id) => id.TrimEnd('/')[(id.TrimEnd('/').LastIndexOf('/') + 1)..];

    private static bool Chooses(MemberChoice choice, ObjectValue member) => choice.Kind == MemberChoiceKind.Control
        ? member["groupNames"] is ArrayValue groups && groups.Items.OfType<TextValue>().Any(group => ControlName.Means(choice.Name, group.Value))
        : string.Equals(NameOf(DefinitionIdOf(member)), NameOf(choice.Name), StringComparison.OrdinalIgnoreCase);

    private static ImmutableDictionary<string, PolicyDocument> ByName(ImmutableArray<PolicyDocument> documents) =>
        documents.GroupBy(document => document.Name, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
}
