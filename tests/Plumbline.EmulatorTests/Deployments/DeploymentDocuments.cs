using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>Deployments and how they are sent.</summary>
internal static class DeploymentDocuments
{
    public const string DeploymentVersion = "2025-04-01";
    public const string Group = Subscription + "/resourceGroups/rg";

    public static string Template(string resources, string rest = "", string schema = "2019-04-01/deploymentTemplate.json#") => $$"""
        { "$schema": "https://schema.management.azure.com/schemas/{{schema}}", "contentVersion": "1.0.0.0", {{rest}} "resources": {{resources}} }
        """;

    public static string Storage(string name, string properties = "{}", string more = "") =>
        $$"""{ "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "{{name}}", "location": "westeurope", {{more}} "properties": {{properties}} }""";

    public static string Body(string template, string parameters = "{}", string mode = "Incremental", string more = "", string properties = "") =>
        $$"""{ {{more}} "properties": { "mode": "{{mode}}", "template": {{template}}, {{properties}} "parameters": {{parameters}} } }""";

    public static string At(string scope, string name) => $"{scope}/providers/Microsoft.Resources/deployments/{name}";

    /// <summary>Sends a deployment and waits for its end; gives the deployment.</summary>
    public static async Task<Answer> DeployAsync(this EmulatorSession session, string name, string body, string scope = Group)
    {
        var accepted = await session.PutAsync(At(scope, name), DeploymentVersion, body);
        Assert.True(accepted.Status is 200 or 201, accepted.Body?.ToJsonString());
        await session.EndAsync(accepted);
        return await session.GetAsync(At(scope, name), DeploymentVersion);
    }

    /// <summary>Polls until the operation of an accepted deployment has ended; gives its last answer.</summary>
    public static async Task<Answer> EndAsync(this EmulatorSession session, Answer accepted)
    {
        for (var round = 0; round < 1000; round++)
        {
            var status = await session.SendAsync(HttpMethod.Get, accepted.Headers["Azure-AsyncOperation"], null);
            Assert.Equal(200, status.Status);
            if (status.At("status") is "Succeeded" or "Failed" or "Canceled") return status;
            await Task.Delay(5);
        }

        throw new InvalidOperationException("The deployment does not end.");
    }

    /// <summary>Asks again until an answer is as expected; gives the last one.</summary>
    public static async Task<Answer> UntilAsync(this EmulatorSession session, string path, string version, Func<Answer, bool> isExpected)
    {
        var answer = await session.GetAsync(path, version);
        for (var round = 0; round < 1000 && !isExpected(answer); round++)
        {
            await Task.Delay(5);
            answer = await session.GetAsync(path, version);
        }

        return answer;
    }

    public static Task<Answer> ValidateAsync(this EmulatorSession session, string body, string scope = Group) =>
        session.SendAsync(HttpMethod.Post, At(scope, "check") + "/validate", DeploymentVersion, body);

    public static async Task<JsonArray> WhatIfAsync(this EmulatorSession session, string body, string scope = Group)
    {
        var accepted = await session.SendAsync(HttpMethod.Post, At(scope, "preview") + "/whatIf", DeploymentVersion, body);
        Assert.Equal(202, accepted.Status);
        var result = await session.SendAsync(HttpMethod.Get, accepted.Headers["Location"], null);
        Assert.Equal((200, "Succeeded"), (result.Status, result.At("status")));
        return result.Json["properties"]?["changes"] as JsonArray ?? [];
    }

    public static void AssertJson(string expected, string? actual) =>
        Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), actual is null ? null : JsonNode.Parse(actual)?.ToJsonString());
}
