using Newtonsoft.Json.Linq;

namespace Plumbline.Generation.Definitions;

/// <summary>Writes policy rules. The effect is always a parameter.</summary>
internal static class RuleJson
{
    /// <summary>The rule with the effect parameter and the effect's details, if any.</summary>
    public static JObject Of(JObject condition, JObject? details)
    {
        var then = new JObject(new JProperty("effect", "[parameters('effect')]"));
        if (details is not null) then.Add("details", details);
        return new JObject(new JProperty("if", condition), new JProperty("then", then));
    }
}
