namespace Plumbline.Testing.Coverage;

/// <summary>How conditions are named: <c>if.allOf[1].count.where</c>, whatever the rule is wrapped in.</summary>
internal static class ConditionPath
{
    private static readonly string[] Wrappings = ["$.", "properties.", "policyRule."];

    /// <summary>The name of a path inside a document.</summary>
    public static string Of(string? path)
    {
        var name = path ?? "";
        foreach (var wrapping in Wrappings)
        {
            if (name.StartsWith(wrapping, StringComparison.OrdinalIgnoreCase)) name = name[wrapping.Length..];
        }

        return name;
    }
}
