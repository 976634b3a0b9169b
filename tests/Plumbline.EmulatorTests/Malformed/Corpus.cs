using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Malformed;

/// <summary>Malformed requests, made of tables of routes and tables of mistakes.</summary>
public static class Corpus
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

    private static IEnumerable<MalformedRequest> Names()
    {
        (string Name, string Segment)[] mistakes =
        [
            ("slash", "a%2Fb"), ("backslash", "a%5Cb"), ("less", "a%3Cb"), ("percent", "a%25b"), ("ampersand", "a%26b"), ("question", "a%3Fb"), ("newline", "a%0Ab"), ("delete", "a%7Fb"),
            ("dotAtEnd", "a."), ("blankAtEnd", "a%20"), ("long", new string('n', 300)), ("traversal", "..%2F..%2Fx"), ("nul", "a%00b"), ("notUtf8", "a%FFb"), ("badEscape", "a%zzb?"),
        ];
        var bodies = Documents.ToDictionary(document => document.Name, document => document.Body, StringComparer.Ordinal);
        return from route in Items
               where route.Name is not ("tags" or "version" or "assignmentInGroup")
               from mistake in mistakes
               where mistake.Name is not "dotAtEnd" || route.Name is "group" or "app"
               select new MalformedRequest($"name/{route.Name}/{mistake.Name}", "PUT", $"{route.Path[..(route.Path.LastIndexOf('/') + 1)]}{mistake.Segment}?api-version={route.Version}")
                   .With(bodies.GetValueOrDefault(route.Name, App(external: false)));
    }

    private static IEnumerable<MalformedRequest> Queries()
    {
        (string Name, string Query)[] tops =
        [
            ("zero", "$top=0"), ("negative", "$top=-1"), ("word", "$top=many"), ("huge", "$top=99999999999999999999"), ("aboveLimit", "$top=1001"), ("fraction", "$top=1.5"), ("empty", "$top="), ("hex", "$top=0x10"),
            ("twice", "$top=1&$top=2"), ("token", "$skiptoken=abc"), ("tokenNegative", "$skiptoken=-5"),
        ];
        (string Name, string Query)[] filters =
        [
            ("unknown", "$filter=colour eq 'red'"), ("open", "$filter=(name eq 'a'"), ("unquoted", "$filter=name eq a b"), ("noOperator", "$filter=name"), ("quote", "$filter=name eq 'a"),
            ("function", "$filter=explode()"), ("semicolon", "$filter=name eq 'a'; drop"), ("deep", "$filter=" + new string('(', 200) + "name eq 'a'" + new string(')', 200)), ("empty", "$filter="),
            ("twice", "$filter=name eq 'a'&$filter=name eq 'b'"), ("notUtf8", "$filter=name eq '%FF"),
        ];
        string[] filtered = ["resources", "groupResources", "definitions", "sets", "assignments", "exemptions"];
        var paged = from route in Lists from top in tops select (route, top);
        var searched = from route in Lists where filtered.Contains(route.Name) from filter in filters select (route, filter);
        return from pair in paged.Concat(searched)
               let query = pair.Item2.Query.Replace(" ", "%20", StringComparison.Ordinal)
               select new MalformedRequest($"query/{pair.route.Name}/{query[..query.IndexOf('=', StringComparison.Ordinal)]}/{pair.Item2.Name}", "GET", $"{pair.route.Path}?api-version={pair.route.Version}&{query}");
    }

    private static IEnumerable<MalformedRequest> Scopes()
    {
        (string Name, string Scope)[] scopes =
        [
            ("otherSubscription", "/subscriptions/00000000-0000-0000-0000-000000000000"), ("noGuid", "/subscriptions/abc"), ("noGroup", Subscription + "/resourceGroups/nothing"),
            ("noParent", Apps + "/nothing"), ("unknownNamespace", Group + "/providers/Contoso.Nothing/things/t"), ("unknownType", Group + "/providers/Microsoft.App/nothings/t"),
            ("noManagementGroup", "/providers/Microsoft.Management/managementGroups/nothing"), ("traversal", Subscription + "/../../etc/passwd"), ("encodedTraversal", Subscription + "/%2e%2e/%2e%2e/x"),
            ("doubleEncoded", Subscription + "/%252e%252e"), ("providersOnly", Subscription + "/providers"), ("words", "/a/b/c/d/e"),
        ];
        (string Name, string Suffix, string Version, string Body)[] puts =
        [
            ("definition", "/providers/Microsoft.Authorization/policyDefinitions/d", PolicyVersion, DefinitionBody),
            ("assignment", "/providers/Microsoft.Authorization/policyAssignments/d", PolicyVersion, AssignmentBody(Definition)),
            ("exemption", "/providers/Microsoft.Authorization/policyExemptions/d", ExemptionVersion, FullExemption),
            ("app", "/providers/Microsoft.App/containerApps/d", ResourceVersion, App(external: false)),
            ("tags", "/providers/Microsoft.Resources/tags/default", "2021-04-01", """{"properties":{"tags":{}}}"""),
        ];
        return from scope in scopes
               from put in puts
               select new MalformedRequest($"scope/{scope.Name}/{put.Name}", "PUT", $"{scope.Scope}{put.Suffix}?api-version={put.Version}").With(put.Body);
    }

    private static IEnumerable<MalformedRequest> References()
    {
        string[] ids = ["", "x", "/", "/subscriptions", Subscription, Group, Assignment, Apps + "/a", Definition + "/versions/1.0.0", Definition + "x", Definition + "/", "../x", "/providers/Microsoft.Authorization/policyDefinitions/none"];
        for (var index = 0; index < ids.Length; index++)
        {
            var id = ids[index];
            if (id != Definition + "/")
            {
                yield return new MalformedRequest($"reference/assignment/{index}", "PUT", $"{Assignment}2?api-version={PolicyVersion}").With(AssignmentBody(id));
                yield return new MalformedRequest($"reference/set/{index}", "PUT", $"{Set}2?api-version={PolicyVersion}").With(SetBody.Replace(Definition, id, StringComparison.Ordinal));
            }

            if (id == Assignment) continue;
            yield return new MalformedRequest($"reference/exemption/{index}", "PUT", $"{Exemption}2?api-version={ExemptionVersion}").With(FullExemption.Replace(Assignment, id, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<MalformedRequest> Headers()
    {
        var target = $"{Definition}?api-version={PolicyVersion}";
        yield return new("header/noToken", "GET", target, Headers: [("Authorization", "")]);
        yield return new("header/otherToken", "GET", target, Headers: [("Authorization", "Bearer x.y.z")]);
        yield return new("header/basic", "GET", target, Headers: [("Authorization", "Basic dTpw")]);
        yield return new("header/longToken", "GET", target, Headers: [("Authorization", "Bearer " + new string('a', 16_000))]);
        yield return new("header/otherHost", "GET", target, Headers: [("Host", "management.azure.com")]);
        yield return new("header/ifMatch", "PUT", target, Headers: [("If-Match", "\"nothing\"")]) { Body = Encoding.UTF8.GetBytes(DefinitionBody) };
        yield return new("header/ifNoneMatch", "PUT", target, Headers: [("If-None-Match", "*")]) { Body = Encoding.UTF8.GetBytes(DefinitionBody) };
        yield return new("header/ifMatchMissing", "DELETE", $"{Definition}x?api-version={PolicyVersion}", Headers: [("If-Match", "*")]);
        foreach (var type in (string[])["text/plain", "application/xml", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "json", "application/", ";"])
            yield return new($"header/contentType/{type.Replace(' ', '_')}", "PUT", target, Headers: [("Content-Type", type)]) { Body = Encoding.UTF8.GetBytes(DefinitionBody) };
        yield return new("header/noContentType", "PUT", target, Headers: [("Content-Type", "")]) { Body = Encoding.UTF8.GetBytes(DefinitionBody) };
    }

    private static IEnumerable<MalformedRequest> Sizes()
    {
        foreach (var route in Items)
        {
            var size = route.Path.Contains("Microsoft.Authorization", StringComparison.Ordinal) ? (1 << 20) + 1 : (4 << 20) + 1;
            yield return new MalformedRequest($"size/{route.Name}", "PUT", $"{route.Path}?api-version={route.Version}").With($$"""{"x":"{{new string('x', size)}}"}""");
        }
    }
}
