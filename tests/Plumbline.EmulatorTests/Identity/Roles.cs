namespace Plumbline.EmulatorTests.Identity;

/// <summary>Role assignments that the tests put.</summary>
public static class Roles
{
    public const string Version = "2022-04-01";
    public const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    public const string Reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    public const string PolicyContributor = "36243c78-bf99-498c-9df9-86d9f8d28608";
    public const string Definitions = "/providers/Microsoft.Authorization/roleDefinitions/";

    /// <summary>The id of the assignment with a number, at a scope.</summary>
    public static string At(string scope, int number) => $"{scope}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-{number:d12}";

    public static string Body(string principal, string role, string more = "") =>
        $$"""{ "properties": { "principalId": "{{principal}}", "roleDefinitionId": "{{Definitions}}{{role}}"{{more}} } }""";
}
