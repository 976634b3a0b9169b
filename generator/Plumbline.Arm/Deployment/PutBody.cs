using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>Makes the body of an update: a PUT replaces the whole object, so what others own of it is taken over from the endpoint.</summary>
internal static class PutBody
{
    private static readonly ImmutableArray<string> OthersOwnOfAssignments =
        ["description", "notScopes", "nonComplianceMessages", "resourceSelectors", "overrides", "definitionVersion"];

    private static readonly ImmutableArray<string> OthersOwnOfDefinitions = ["externalEvaluationEnforcementSettings"];

    /// <summary>The wanted body with what others own of <paramref name="live"/>; the wanted body itself stays as it is.</summary>
    public static JObject Over(DesiredObject wanted, LiveObject live)
    {
        if (wanted.Body.DeepClone() is not JObject body || body["properties"] is not JObject properties) return wanted.Body;

        TakeOver(properties, live.Properties, wanted.Kind == ArmObjectKind.PolicyAssignment ? OthersOwnOfAssignments : OthersOwnOfDefinitions);
        if (properties["metadata"] is JObject metadata && live.Properties["metadata"] is ObjectValue written)
            TakeOver(metadata, written, [.. written.Properties.Select(property => property.Key).Where(IsForeign)]);

        if (wanted.Kind != ArmObjectKind.PolicyAssignment) return body;
        TakeOver(body, live.Document, ["location"]);
        if (live.Document["identity"] is ObjectValue identity) body["identity"] = Writable(identity);
        return body;
    }

    private static bool IsForeign(string key) => ComparisonRules.IsForeignMetadata(key) && !Normalisation.IsServerMetadata(key);

    private static void TakeOver(JObject target, ObjectValue source, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (target[name] is null && source[name] is not (UndefinedValue or NullValue)) target[name] = PolicyValueWriter.ToToken(source[name]);
        }
    }

    // principalId, tenantId and clientId are the service's to say.
    private static JObject Writable(ObjectValue identity)
    {
        var result = new JObject { ["type"] = PolicyValueWriter.ToToken(identity["type"]) };
        if (identity["userAssignedIdentities"] is ObjectValue identities)
            result["userAssignedIdentities"] = new JObject(identities.Properties.Select(one => new JProperty(one.Key, new JObject())));
        return result;
    }
}
