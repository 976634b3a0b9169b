using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>The scope that committed initiatives name as the home of custom definitions (the convention of the Azure Landing Zones library).</summary>
public static class PlaceholderScope
{
    /// <summary>The scope.</summary>
    public const string Id = "/providers/Microsoft.Management/managementGroups/placeholder";

    private static readonly string Definitions = ArmObjectKind.PolicyDefinition.CollectionAt(Id) + "/";

    /// <summary>The name of the custom definition that an id means; null for a built-in.</summary>
    public static string? CustomName(string definitionId) =>
        definitionId.StartsWith(Definitions, StringComparison.OrdinalIgnoreCase) ? definitionId[Definitions.Length..] : null;

    /// <summary>The members of an initiative, in its order.</summary>
    public static IEnumerable<ObjectValue> Members(ObjectValue initiativeProperties) =>
        initiativeProperties["policyDefinitions"] is ArrayValue members ? members.Items.OfType<ObjectValue>() : [];

    /// <summary>The <c>policyDefinitionId</c> of a member; empty when it has none.</summary>
    public static string DefinitionIdOf(ObjectValue member) => member["policyDefinitionId"] is TextValue id ? id.Value : "";
}
