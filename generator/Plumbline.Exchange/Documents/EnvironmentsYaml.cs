using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Documents;

/// <summary>Writes environments as <c>plumbline.yaml</c> has them.</summary>
internal static class EnvironmentsYaml
{
    /// <summary>The text of the file.</summary>
    /// <param name="owner">The owner's id.</param>
    /// <param name="environments">The environments.</param>
    /// <param name="exemptionFile">The path of an environment's file of exemptions; null when it has none.</param>
    public static string Of(string owner, ImmutableArray<DeploymentEnvironment> environments, Func<DeploymentEnvironment, string?> exemptionFile)
    {
        var all = new ObjectValue([.. environments.Select(environment => KeyValuePair.Create<string, PolicyValue>(environment.Name, Environment(environment, exemptionFile(environment))))]);
        return YamlText.Of(JsonText.Object(("ownerId", new TextValue(owner)), ("environments", all)));
    }

    private static ObjectValue Environment(DeploymentEnvironment environment, string? exemptions) => JsonText.Object(
        ("cloud", Cloud(environment.Cloud)),
        ("tenant", JsonText.Text(environment.TenantId)),
        ("definitionScope", new TextValue(environment.DefinitionScope)),
        ("assignments", new ArrayValue([.. environment.Assignments.Select(Assignment)])),
        ("exemptions", JsonText.Text(exemptions)));

    private static PolicyValue Cloud(string cloud) => cloud switch
    {
        "AzureCloud" => UndefinedValue.Instance,
        "AzureUSGovernment" => new TextValue("government"),
        "AzureChinaCloud" => new TextValue("china"),
        _ => new TextValue("custom"),
    };

    private static ObjectValue Assignment(AssignmentDeclaration assignment) => JsonText.Object(
        ("name", new TextValue(assignment.Name)),
        (assignment.Kind == ArmObjectKind.PolicySetDefinition ? "initiative" : "policy", new TextValue(assignment.Target)),
        assignment.Scopes is [var only] ? ("scope", (PolicyValue)new TextValue(only)) : ("scopes", JsonText.Texts(assignment.Scopes)),
        ("notScopes", JsonText.Texts(assignment.NotScopes)),
        ("displayName", JsonText.Text(assignment.DisplayName)),
        ("description", JsonText.Text(assignment.Description)),
        ("enforcementMode", assignment.EnforcementMode == "Default" ? UndefinedValue.Instance : new TextValue(assignment.EnforcementMode)),
        ("definitionVersion", JsonText.Text(assignment.DefinitionVersion)),
        ("parameters", assignment.Parameters.Properties.IsEmpty ? UndefinedValue.Instance : assignment.Parameters),
        ("effects", JsonText.List(assignment.Effects.Select(choice => JsonText.Object(Choice(choice.Members), ("effect", new TextValue(choice.Effect)))))),
        ("exclusions", JsonText.List(assignment.Exclusions.Select(exclusion => JsonText.Object(Choice(exclusion.Members), ("reason", new TextValue(exclusion.Reason)))))),
        ("identity", assignment.Identity is { } identity ? Identity(identity) : UndefinedValue.Instance),
        ("roles", JsonText.List(assignment.AdditionalRoles.Select(role => JsonText.Object(("role", new TextValue(role.RoleDefinitionId)), ("scope", new TextValue(role.Scope)))))),
        ("resourceSelectors", JsonText.List(assignment.ResourceSelectors)),
        ("messages", JsonText.List(assignment.Messages.Select(message => message.Members is { } choice
            ? JsonText.Object(Choice(choice), ("text", new TextValue(message.Text)))
            : JsonText.Object(("text", new TextValue(message.Text)))))));

    private static ObjectValue Identity(IdentityDeclaration identity) => JsonText.Object(
        ("type", new TextValue(identity.UserAssignedId is null ? "SystemAssigned" : "UserAssigned")),
        ("id", JsonText.Text(identity.UserAssignedId)),
        ("principalId", JsonText.Text(identity.PrincipalId)),
        ("location", new TextValue(identity.Location)));

    private static (string Name, PolicyValue Value) Choice(MemberChoice choice) =>
        (choice.Kind.ToString().ToLowerInvariant(), new TextValue(choice.Name));

    /// <summary>The text of a file of exemptions.</summary>
    public static string Exemptions(ImmutableArray<ExemptionDeclaration> exemptions) =>
        YamlText.Of(JsonText.Object(("exemptions", new ArrayValue([.. exemptions.Select(Exemption)]))));

    private static ObjectValue Exemption(ExemptionDeclaration exemption) => JsonText.Object(
        ("name", new TextValue(exemption.Name)),
        (exemption.Target.Kind.ToString().ToLowerInvariant(), new TextValue(exemption.Target.Name)),
        ("referenceIds", JsonText.Texts(exemption.ReferenceIds)),
        exemption.Scopes is [var only] ? ("scope", (PolicyValue)new TextValue(only)) : ("scopes", JsonText.Texts(exemption.Scopes)),
        ("category", new TextValue(exemption.Category)),
        ("expiresOn", new TextValue(exemption.ExpiresOn.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))),
        ("owner", new TextValue(exemption.Owner)),
        ("ticket", new TextValue(exemption.Ticket)),
        ("displayName", JsonText.Text(exemption.DisplayName)),
        ("description", JsonText.Text(exemption.Description)),
        ("resourceSelectors", JsonText.List(exemption.ResourceSelectors)));
}
