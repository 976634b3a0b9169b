using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>A policy that an assignment applies.</summary>
/// <param name="ReferenceId">The member's reference id; empty for a definition that is assigned directly.</param>
/// <param name="DefinitionId">The id of the definition where it is deployed, or of the built-in.</param>
/// <param name="DefinitionName">The declared name of the definition, or a built-in's GUID.</param>
/// <param name="Groups">The controls.</param>
/// <param name="Parameters">What the initiative passes, by name: <c>{ value }</c>.</param>
internal sealed record InitiativeMember(string ReferenceId, string DefinitionId, string DefinitionName, ImmutableArray<string> Groups, ObjectValue Parameters)
{
    /// <summary>Reads a member of an initiative.</summary>
    /// <param name="member">As it is to be at the endpoint.</param>
    /// <param name="nameOf">The declared name of a definition by its id.</param>
    public static InitiativeMember Of(ObjectValue member, Func<string, string> nameOf)
    {
        var definitionId = PlaceholderScope.DefinitionIdOf(member);
        return new(
            member["policyDefinitionReferenceId"] is TextValue reference ? reference.Value : "",
            definitionId,
            nameOf(definitionId),
            member["groupNames"] is ArrayValue groups ? [.. groups.Items.OfType<TextValue>().Select(group => group.Value)] : [],
            member["parameters"] as ObjectValue ?? new ObjectValue([]));
    }
}
