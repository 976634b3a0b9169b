using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Malformed;

/// <summary>Malformed requests, made of tables of routes and tables of mistakes.</summary>
public static partial class Corpus
{
    private const string Group = Subscription + "/resourceGroups/rg";
    private const string GroupVersion = "2021-04-01";
    private const string ExemptionVersion = "2022-07-01-preview";
    private const string Exemption = Authorization + "/policyExemptions/waived";

    private static readonly ImmutableArray<(string Name, string Path, string Version)> Items =
    [
        ("definition", Definition, PolicyVersion),
        ("set", Set, PolicyVersion),
        ("assignment", Assignment, PolicyVersion),
        ("assignmentInGroup", Group + "/providers/Microsoft.Authorization/policyAssignments/inner", PolicyVersion),
        ("exemption", Exemption, ExemptionVersion),
        ("enrollment", Authorization + "/policyEnrollments/e", "2026-01-01-preview"),
        ("version", Definition + "/versions/1.0.0", PolicyVersion),
        ("group", Group, GroupVersion),
        ("app", Apps + "/a", ResourceVersion),
        ("nested", Apps + "/a/authConfigs/current", ResourceVersion),
        ("lock", Authorization + "/locks/l", "2020-05-01"),
        ("tags", Group + "/providers/Microsoft.Resources/tags/default", "2021-04-01"),
    ];

    private static readonly ImmutableArray<(string Name, string Path, string Version)> Lists =
    [
        ("subscriptions", "/subscriptions", "2022-12-01"),
        ("groups", Subscription + "/resourceGroups", GroupVersion),
        ("resources", Subscription + "/resources", GroupVersion),
        ("groupResources", Group + "/resources", GroupVersion),
        ("providers", Subscription + "/providers", GroupVersion),
        ("apps", Apps, ResourceVersion),
        ("definitions", Authorization + "/policyDefinitions", PolicyVersion),
        ("sets", Authorization + "/policySetDefinitions", PolicyVersion),
        ("assignments", Authorization + "/policyAssignments", PolicyVersion),
        ("exemptions", Authorization + "/policyExemptions", ExemptionVersion),
        ("builtIns", "/providers/Microsoft.Authorization/policyDefinitions", PolicyVersion),
        ("versions", Definition + "/versions", PolicyVersion),
    ];

    /// <summary>The valid documents whose members are spoilt one by one.</summary>
    private static ImmutableArray<(string Name, string Path, string Version, string Body)> Documents =>
    [
        ("definition", Definition, PolicyVersion, DefinitionBody),
        ("set", Set, PolicyVersion, SetBody),
        ("assignment", Assignment, PolicyVersion, FullAssignment),
        ("exemption", Exemption, ExemptionVersion, FullExemption),
        ("enrollment", Authorization + "/policyEnrollments/e", "2026-01-01-preview", FullEnrollment),
    ];

    private const string FullAssignment = $$"""
        { "location": "westeurope", "identity": { "type": "SystemAssigned" }, "properties": {
          "policyDefinitionId": "{{Set}}", "displayName": "d", "description": "d", "enforcementMode": "Default", "notScopes": ["{{Subscription}}/resourceGroups/other"],
          "parameters": { "ingressEffect": { "value": "Audit" } }, "metadata": { "category": "c" },
          "nonComplianceMessages": [{ "message": "m", "policyDefinitionReferenceId": "ingress" }],
          "resourceSelectors": [{ "name": "s", "selectors": [{ "kind": "resourceLocation", "in": ["westeurope"] }] }],
          "overrides": [{ "kind": "policyEffect", "value": "Audit", "selectors": [{ "kind": "policyDefinitionReferenceId", "in": ["ingress"] }] }] } }
        """;

    private const string FullExemption = $$"""
        { "properties": { "policyAssignmentId": "{{Assignment}}", "exemptionCategory": "Waiver", "displayName": "d", "description": "d", "expiresOn": "2030-01-01T00:00:00Z",
          "policyDefinitionReferenceIds": ["ingress"], "metadata": { "a": "b" }, "assignmentScopeValidation": "Default",
          "resourceSelectors": [{ "name": "s", "selectors": [{ "kind": "resourceLocation", "in": ["westeurope"] }] }] } }
        """;

    private const string FullEnrollment = $$"""
        { "properties": { "policyAssignmentId": "{{Assignment}}", "displayName": "d", "description": "d", "policyDefinitionReferenceIds": ["ingress"], "metadata": { "a": "b" },
          "assignmentScopeValidation": "Default" } }
        """;

    /// <summary>All of them.</summary>
    public static ImmutableArray<MalformedRequest> All =>
        [.. Versions(), .. Methods(), .. Bodies(), .. Members(), .. Names(), .. Queries(), .. Scopes(), .. References(), .. Headers(), .. Sizes()];

    private static IEnumerable<MalformedRequest> Versions()
    {
        (string Name, string Query)[] mistakes =
        [
            ("missing", ""), ("empty", "?api-version="), ("word", "?api-version=latest"), ("noMonth", "?api-version=2021-13-01"), ("tooOld", "?api-version=2000-01-01"),
            ("twice", "?api-version=2021-04-01&api-version=2021-04-01"), ("blank", "?api-version=%202021-04-01"), ("nul", "?api-version=2021-04-01%00"), ("otherSuffix", "?api-version=2021-04-01-alpha"),
        ];
        return from route in Items.Concat(Lists)
               from mistake in mistakes
               select new MalformedRequest($"version/{route.Name}/{mistake.Name}", "GET", route.Path + mistake.Query);
    }

    private static IEnumerable<MalformedRequest> Methods()
    {
        var items = from route in Items from method in (string[])["POST", "TRACE", "OPTIONS", "BREW"] select (route, method);
        var lists = from route in Lists from method in (string[])["PUT", "PATCH", "DELETE", "POST"] select (route, method);
        return from pair in items.Concat(lists)
               select new MalformedRequest($"method/{pair.route.Name}/{pair.method}", pair.method, $"{pair.route.Path}?api-version={pair.route.Version}", "{}"u8.ToArray());
    }

    private static IEnumerable<MalformedRequest> Bodies()
    {
        (string Name, byte[] Body)[] mistakes =
        [
            ("empty", []), ("open", "{"u8.ToArray()), ("array", "[]"u8.ToArray()), ("null", "null"u8.ToArray()), ("number", "1"u8.ToArray()), ("text", "\"x\""u8.ToArray()),
            ("twice", "{\"properties\":{},\"properties\":{}}"u8.ToArray()), ("trailingComma", "{\"properties\":{},}"u8.ToArray()), ("comment", "{/* c */}"u8.ToArray()),
            ("notUtf8", [.. "{\"properties\":\""u8, 0xFF, 0xFE, .. "\"}"u8]), ("halfSurrogate", "{\"properties\":{\"displayName\":\"\\ud800\"},\"location\":\"\\udfff\"}"u8.ToArray()),
            ("deep", Encoding.UTF8.GetBytes($$"""{"properties":{"metadata":{{new string('[', 100)}}{{new string(']', 100)}} } }""")), ("infinite", "{\"properties\":{\"x\":1e999}}"u8.ToArray()),
            ("twoDocuments", "{}{}"u8.ToArray()), ("singleQuotes", "{'properties':{}}"u8.ToArray()), ("utf16", Encoding.Unicode.GetBytes("{}")), ("propertiesText", "{\"properties\":\"x\",\"location\":7}"u8.ToArray()),
            ("propertiesArray", "{\"properties\":[],\"location\":[]}"u8.ToArray()),
        ];
        return from route in Items
               from mistake in mistakes
               select new MalformedRequest($"body/{route.Name}/{mistake.Name}", "PUT", $"{route.Path}?api-version={route.Version}", mistake.Body);
    }

    // Every member of every document gets each JSON value that is of another type than its own.
    private static IEnumerable<MalformedRequest> Members()
    {
        (string Name, string Json)[] values = [("number", "5"), ("true", "true"), ("text", "\"\\u0000?\""), ("array", "[[]]"), ("object", "{\"x\":{}}")];
        foreach (var document in Documents)
        {
            foreach (var path in Paths(JsonNode.Parse(document.Body), string.Empty).Where(path => path.StartsWith("properties", StringComparison.Ordinal) && !IsFree(path)))
            {
                foreach (var value in values)
                {
                    var spoilt = JsonNode.Parse(document.Body) ?? new JsonObject();
                    if (!Replace(spoilt, path, JsonNode.Parse(value.Json))) continue;
                    yield return new MalformedRequest($"member/{document.Name}/{path}/{value.Name}", "PUT", $"{document.Path}?api-version={document.Version}").With(spoilt.ToJsonString());
                }
            }
        }
    }

    // What may be anything, or any text.
    private static bool IsFree(string path) =>
        path.Contains("metadata/", StringComparison.Ordinal) || path.Contains("allowedValues/", StringComparison.Ordinal) || path.EndsWith("/equals", StringComparison.Ordinal);

    private static IEnumerable<string> Paths(JsonNode? node, string path)
    {
        var children = node switch
        {
            JsonObject item => item.Select(member => (member.Key, member.Value)),
            JsonArray array => array.Select((value, index) => (index.ToString(CultureInfo.InvariantCulture), value)),
            _ => [],
        };
        foreach (var (key, value) in children)
        {
            var at = path.Length == 0 ? key : $"{path}/{key}";
            yield return at;
            foreach (var inner in Paths(value, at)) yield return inner;
        }
    }

    private static bool Replace(JsonNode root, string path, JsonNode? value)
    {
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate((JsonNode?)root, (node, step) => node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)] : node?[step]);
        var existing = parent is JsonArray list ? list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] : parent?[steps[^1]];
        if (existing?.GetValueKind() == value?.GetValueKind()) return false;
        if (parent is JsonArray items) items[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value;
        else if (parent is JsonObject item) item[steps[^1]] = value;
        return true;
    }
}
