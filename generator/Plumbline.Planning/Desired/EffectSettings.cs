using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>
/// Turns chosen effects into values of the initiative's effect parameters where a parameter is about exactly the chosen members, and into overrides elsewhere:
/// parameters are what the portal shows, and Azure takes ten overrides only.
/// </summary>
/// <param name="Parameters">Values to add, by name.</param>
/// <param name="Overrides">The overrides, as ARM has them.</param>
internal sealed record EffectSettings(ImmutableArray<KeyValuePair<string, PolicyValue>> Parameters, ImmutableArray<PolicyValue> Overrides)
{
    // Azure Policy documentation, "Maximum count of Azure Policy objects": values of a selector.
    private const int MaximumValues = 50;

    /// <summary>The settings of an assignment.</summary>
    /// <param name="members">Its policies.</param>
    /// <param name="effects">The chosen effect by reference id.</param>
    /// <param name="declared">The parameter declarations of what is assigned.</param>
    /// <param name="set">Values the declaration sets itself; they are not touched.</param>
    public static EffectSettings Of(ImmutableArray<InitiativeMember> members, ImmutableDictionary<string, string> effects, ObjectValue declared, ObjectValue set)
    {
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, PolicyValue>(StringComparer.Ordinal);
        var remaining = effects;
        foreach (var parameter in declared.Properties)
        {
            var users = members.Where(member => Uses(member, parameter.Key)).Select(member => member.ReferenceId).ToImmutableArray();
            if (users.IsEmpty || set[parameter.Key] is not UndefinedValue || EffectOf(users, remaining) is not { } effect) continue;
            if (Spelling(parameter.Value, effect) is not { } value || members.Any(member => users.Contains(member.ReferenceId) && !IsEffect(member, parameter.Key))) continue;
            parameters[parameter.Key] = value;
            remaining = remaining.RemoveRange(users);
        }

        return new([.. parameters], [.. OverridesOf(members, remaining)]);
    }

    /// <summary>The effect of each chosen member; the last choice counts, exclusions over all.</summary>
    public static ImmutableDictionary<string, string> Chosen(ImmutableArray<InitiativeMember> members, IEnumerable<EffectChoice> choices) =>
        choices.SelectMany(choice => MemberSelection.Of(members, choice.Members).Select(member => KeyValuePair.Create(member.ReferenceId, choice.Effect)))
            .Aggregate(ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase), (effects, one) => effects.SetItem(one.Key, one.Value));

    private static IEnumerable<PolicyValue> OverridesOf(ImmutableArray<InitiativeMember> members, ImmutableDictionary<string, string> effects) =>
        from member in members
        where effects.ContainsKey(member.ReferenceId)
        group member.ReferenceId by effects[member.ReferenceId] into same
        orderby same.Key
        from chunk in same.Chunk(MaximumValues)
        select Override(same.Key, [.. chunk]);

    private static ObjectValue Override(string effect, ImmutableArray<string> references)
    {
        var kind = ("kind", (PolicyValue)new TextValue("policyEffect"));
        var value = ("value", (PolicyValue)new TextValue(effect));
        if (references is [""]) return PolicyValueReader.Object(kind, value);
        var selector = PolicyValueReader.Object(("kind", new TextValue("policyDefinitionReferenceId")), ("in", new ArrayValue([.. references.Select(reference => new TextValue(reference))])));
        return PolicyValueReader.Object(kind, value, ("selectors", new ArrayValue([selector])));
    }

    private static string? EffectOf(ImmutableArray<string> users, ImmutableDictionary<string, string> effects) =>
        users.Select(user => effects.GetValueOrDefault(user)).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray() is [{ } one] ? one : null;

    // Allowed values are compared with regard to case when an assignment is made.
    private static TextValue? Spelling(PolicyValue declaration, string effect)
    {
        if (declaration is not ObjectValue item || item["allowedValues"] is not ArrayValue allowed) return null;
        return allowed.Items.OfType<TextValue>().FirstOrDefault(value => string.Equals(value.Value, effect, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Uses(InitiativeMember member, string parameter) =>
        PolicyValueWriter.ToCompactJson(member.Parameters).Contains($"parameters('{parameter}')", StringComparison.OrdinalIgnoreCase);

    private static bool IsEffect(InitiativeMember member, string parameter) => member.Parameters.Properties.Any(passed =>
        string.Equals(passed.Key, "effect", StringComparison.OrdinalIgnoreCase)
        && passed.Value is ObjectValue value && value["value"] is TextValue text
        && string.Equals(text.Value.Replace(" ", "", StringComparison.Ordinal), $"[parameters('{parameter}')]", StringComparison.OrdinalIgnoreCase));
}
