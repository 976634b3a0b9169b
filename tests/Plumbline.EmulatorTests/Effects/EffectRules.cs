namespace Plumbline.EmulatorTests.Effects;

/// <summary>The rules of the tests' policies, all about storage accounts.</summary>
internal static class EffectRules
{
    private const string Account = """{"field":"type","equals":"Microsoft.Storage/storageAccounts"}""";

    /// <summary>A tag, when it has another value.</summary>
    public static string ModifyTag(string tag, string value, string conflictEffect = "deny") => $$"""
        {"if":{"allOf":[{{Account}},{"field":"tags['{{tag}}']","notEquals":"{{value}}"}]},
         "then":{"effect":"modify","details":{"roleDefinitionIds":["{{PolicyWorld.Role}}"],"conflictEffect":"{{conflictEffect}}",
           "operations":[{"operation":"addOrReplace","field":"tags['{{tag}}']","value":"{{value}}"}]} } }
        """;

    public static string AppendTag(string tag, string value) => $$"""
        {"if":{"allOf":[{{Account}},{"field":"tags['{{tag}}']","notEquals":"{{value}}"}]},"then":{"effect":"append","details":[{"field":"tags['{{tag}}']","value":"{{value}}"}]} }
        """;

    public static string DenyWithoutTag(string tag) => $$"""
        {"if":{"allOf":[{{Account}},{"field":"tags['{{tag}}']","exists":"false"}]},"then":{"effect":"deny"} }
        """;

    public static string DenyKind(string kind) => $$"""
        {"if":{"allOf":[{{Account}},{"field":"kind","equals":"{{kind}}"}]},"then":{"effect":"deny"} }
        """;

    /// <summary>Diagnostic settings for every account.</summary>
    public static string Deploy(string details = "") => $$"""
        {"if":{{Account}},
         "then":{"effect":"deployIfNotExists","details":{"type":"Microsoft.Insights/diagnosticSettings","roleDefinitionIds":["{{PolicyWorld.Role}}"],{{details}}
           "deployment":{"properties":{"mode":"incremental","template":{"resources":[]},"parameters":{"id":{"value":"[field('id')]"} } } } } } }
        """;

    public static string DenyDelete(string details = "\"actionNames\":[\"delete\"]") => $$"""
        {"if":{{Account}},"then":{"effect":"denyAction","details":{ {{details}} } } }
        """;

    public static string Manual => $$"""
        {"if":{"field":"type","equals":"Microsoft.Resources/subscriptions"},"then":{"effect":"manual"} }
        """;
}
