using System.Text;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Malformed;

/// <content>Mistakes in names, queries, scopes, references, headers and sizes.</content>
public static partial class Corpus
{
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
