using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Plumbline.Scan.Policies;

/// <summary>What a rule reads that is not in the resource: members of the context objects.</summary>
/// <param name="UsesContext">Whether it reads one at all.</param>
/// <param name="ResourceGroup">Whether it reads more of the resource group than its id tells.</param>
/// <param name="Subscription">Whether it reads more of the subscription than its id tells.</param>
public sealed partial record ScopeReads(bool UsesContext, bool ResourceGroup, bool Subscription)
{
    /// <summary>Nothing.</summary>
    public static ScopeReads None { get; } = new(false, false, false);

    /// <summary>What the conditions and the details of a rule read; what an effect would deploy or write does not decide a verdict.</summary>
    public static ScopeReads Of(JObject root)
    {
        var properties = Member(root, "properties") as JObject ?? root;
        var rule = Member(properties, "policyRule") as JObject;
        var details = rule is null ? null : Member(Member(rule, "then") as JObject ?? [], "details") as JObject;
        JToken?[] read = [rule is null ? null : Member(rule, "if"), .. ((string[])["existenceCondition", "name", "resourceGroupName", "type"]).Select(name => details is null ? null : Member(details, name))];
        var texts = read.OfType<JToken>().SelectMany(token => token is JContainer container ? container.DescendantsAndSelf() : [token]).OfType<JValue>()
            .Select(value => value.Value as string).OfType<string>().Where(text => text.StartsWith('[')).ToList();
        return new(texts.Exists(text => AnyContext().IsMatch(text)), texts.Exists(text => OtherOfGroup().IsMatch(text)), texts.Exists(text => OtherOfSubscription().IsMatch(text)));
    }

    private static JToken? Member(JObject item, string name) => item.GetValue(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(resourceGroup|subscription|policy)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex AnyContext();

    [GeneratedRegex(@"\bresourceGroup\s*\(\s*\)(?!\s*\.\s*(id|name|type)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherOfGroup();

    [GeneratedRegex(@"\bsubscription\s*\(\s*\)(?!\s*\.\s*(id|subscriptionId)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherOfSubscription();
}
