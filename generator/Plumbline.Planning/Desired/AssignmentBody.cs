using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>Writes the body of an assignment.</summary>
internal static class AssignmentBody
{
    /// <summary>The body, without the mark of ownership.</summary>
    /// <param name="declaration">What is declared.</param>
    /// <param name="ring">The ring it is in, or null.</param>
    /// <param name="target">The definition or initiative: its id, its display name, and its parameter declarations.</param>
    /// <param name="members">The policies of the target.</param>
    public static ObjectValue Of(AssignmentDeclaration declaration, RolloutRing? ring, (string Id, string Title, ObjectValue Parameters) target, ImmutableArray<InitiativeMember> members)
    {
        var declared = WithKnownCase(declaration.Parameters, target.Parameters);
        var settings = EffectSettings.Of(members, EffectSettings.Chosen(members, RingSettings.Effects(declaration, ring)), target.Parameters, declared);
        var parameters = declared.Properties.AddRange(settings.Parameters).Select(value => KeyValuePair.Create<string, PolicyValue>(value.Key, PolicyValueReader.Object(("value", value.Value))));
        var properties = Defined(
            ("displayName", new TextValue(declaration.DisplayName ?? target.Title)),
            ("description", Text(declaration.Description)),
            ("policyDefinitionId", new TextValue(target.Id)),
            ("definitionVersion", Text(declaration.DefinitionVersion)),
            ("enforcementMode", new TextValue(ring?.EnforcementMode ?? declaration.EnforcementMode)),
            ("notScopes", List(declaration.NotScopes.Select(scope => new TextValue(scope)))),
            ("parameters", new ObjectValue([.. parameters])),
            ("overrides", List(settings.Overrides)),
            ("resourceSelectors", List(RingSettings.Selectors(declaration, ring))),
            ("nonComplianceMessages", List(Messages(declaration, members))),
            ("metadata", PolicyValueReader.Object()));
        return declaration.Identity is { } identity
            ? PolicyValueReader.Object(("location", new TextValue(identity.Location)), ("identity", Identity(identity)), ("properties", properties))
            : PolicyValueReader.Object(("properties", properties));
    }

    /// <summary>The values with the names as they are declared: Azure compares them without regard to case, and writes them as they come.</summary>
    public static ObjectValue WithKnownCase(ObjectValue values, ObjectValue declarations) => new(
    [
        .. values.Properties.Select(value => KeyValuePair.Create(
            declarations.Properties.FirstOrDefault(one => string.Equals(one.Key, value.Key, StringComparison.OrdinalIgnoreCase)).Key ?? value.Key, value.Value)),
    ]);

    private static IEnumerable<PolicyValue> Messages(AssignmentDeclaration declaration, ImmutableArray<InitiativeMember> members) =>
        declaration.Messages
            .SelectMany(message => message.Members is { } choice
                ? MemberSelection.Of(members, choice).Select(member => (member.ReferenceId, message.Text))
                : [(ReferenceId: "", message.Text)])
            .GroupBy(message => message.ReferenceId, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Key.Length == 0
                ? PolicyValueReader.Object(("message", new TextValue(same.Last().Text)))
                : PolicyValueReader.Object(("message", new TextValue(same.Last().Text)), ("policyDefinitionReferenceId", new TextValue(same.Key))));

    private static ObjectValue Identity(IdentityDeclaration identity) => identity.UserAssignedId is { } id
        ? PolicyValueReader.Object(("type", new TextValue("UserAssigned")), ("userAssignedIdentities", PolicyValueReader.Object((id, PolicyValueReader.Object()))))
        : PolicyValueReader.Object(("type", new TextValue("SystemAssigned")));

    private static PolicyValue Text(string? text) => text is null ? UndefinedValue.Instance : new TextValue(text);

    private static PolicyValue List(IEnumerable<PolicyValue> items) => new ArrayValue([.. items]) is { Items.IsEmpty: false } list ? list : UndefinedValue.Instance;

    private static ObjectValue Defined(params ReadOnlySpan<(string Name, PolicyValue Value)> properties) =>
        new([.. PolicyValueReader.Object(properties.ToArray()).Properties.Where(property => property.Value is not UndefinedValue)]);
}
