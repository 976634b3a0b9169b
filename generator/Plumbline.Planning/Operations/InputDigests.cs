using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Digests of what a plan is made from, so that two plans tell whether they were made from the same files.</summary>
internal static class InputDigests
{
    /// <summary>The digests.</summary>
    public static PlanInputs Of(DeploymentEnvironment environment, PolicyDocuments documents) => new(
        ObjectDigest.OfText(string.Join('\n', Declarations(environment))),
        OfDocuments([.. documents.Definitions, .. documents.Initiatives]),
        OfDocuments(documents.BuiltIns));

    private static string OfDocuments(ImmutableArray<PolicyDocument> documents) =>
        ObjectDigest.OfText(string.Join('\n', documents.Select(document => $"{document.Name} {ObjectDigest.Of(document.Body)}").Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Declarations(DeploymentEnvironment environment) =>
    [
        Line(environment.Name, environment.Cloud, environment.TenantId, environment.DefinitionScope, environment.OwnerId, environment.Ring),
        .. environment.Rings.Select(OfRing),
        .. environment.Assignments.Select(OfAssignment),
        .. environment.Exemptions.Select(OfExemption),
    ];

    private static string OfRing(RolloutRing ring) =>
        Line(ring.Name, List(ring.Locations), List(ring.ResourceSelectors.Select(PolicyValueWriter.ToCompactJson)), List(ring.Effects.Select(OfEffect)), ring.EnforcementMode, List(ring.Assignments));

    private static string OfAssignment(AssignmentDeclaration one) => Line(
        one.Name, one.Kind.Word(), one.Target, List(one.Scopes), one.DisplayName, one.Description, List(one.NotScopes), PolicyValueWriter.ToCompactJson(one.Parameters),
        List(one.Effects.Select(OfEffect)), List(one.Exclusions.Select(exclusion => OfMembers(exclusion.Members) + exclusion.Reason)), one.EnforcementMode,
        one.Identity?.UserAssignedId, one.Identity?.Location, one.Identity?.PrincipalId, List(one.ResourceSelectors.Select(PolicyValueWriter.ToCompactJson)),
        List(one.Messages.Select(message => OfMembers(message.Members) + message.Text)), one.DefinitionVersion, List(one.AdditionalRoles.Select(role => $"{role.RoleDefinitionId}@{role.Scope}")));

    private static string OfExemption(ExemptionDeclaration one) => Line(
        one.Name, one.Target.Kind.ToString(), one.Target.Name, List(one.Scopes), one.Category, one.ExpiresOn.ToString("O", CultureInfo.InvariantCulture), one.Owner, one.Ticket,
        one.DisplayName, one.Description, List(one.ReferenceIds), List(one.ResourceSelectors.Select(PolicyValueWriter.ToCompactJson)));

    private static string OfEffect(EffectChoice choice) => $"{OfMembers(choice.Members)}{choice.Effect}";

    private static string OfMembers(MemberChoice? members) => members is null ? "*=" : $"{members.Kind}:{members.Name}=";

    private static string List(IEnumerable<string> items) => string.Join(',', items.Select(item => $"{item.Length}:{item}"));

    private static string Line(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}|");
        return text.ToString();
    }
}
