using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

/// <summary>The <c>context</c> of a case: <c>{requestContext: {apiVersion, identity}, subscription, resourceGroup, policy, utcNow}</c>, or <c>apiVersion</c> for short.</summary>
internal static class CaseContext
{
    private static readonly DateTimeOffset DefaultNow = new(2025, 6, 30, 12, 0, 0, TimeSpan.Zero);

    public static EvaluationContext Read(JObject context, string? apiVersion)
    {
        var request = context["requestContext"] as JObject ?? [];
        return new EvaluationContext(
            (string?)context["utcNow"] is { } now ? DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) : DefaultNow,
            (string?)request["apiVersion"] ?? (string?)context["apiVersion"] ?? apiVersion,
            Object(context, "subscription"),
            Object(context, "resourceGroup"),
            Object(context, "policy"))
        {
            RequestContext = Object(context, "requestContext"),
        };
    }

    private static ObjectValue? Object(JObject parent, string name) =>
        parent[name] is JObject item ? (ObjectValue)PolicyValueReader.FromToken(item) : null;
}
