using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Benchmarks.Fuzz;

/// <summary>Changes JSON so that it stays JSON: values are swapped, repeated, wrapped and left out, keys become other keywords.</summary>
internal static class JsonMutator
{
    private static readonly string[] Keywords =
    [
        "if", "then", "effect", "details", "allOf", "anyOf", "not", "count", "where", "name", "field", "value", "equals", "notEquals", "like", "notLike", "match", "matchInsensitively",
        "notMatch", "contains", "notContains", "in", "notIn", "containsKey", "notContainsKey", "less", "lessOrEquals", "greater", "greaterOrEquals", "exists", "existenceCondition",
        "operations", "operation", "condition", "type", "resourceGroupName", "existenceScope", "deployment", "roleDefinitionIds", "parameters", "policyRule", "properties", "mode",
        "metadata", "defaultValue", "allowedValues", "tags", "id", "location", "", "PROPERTIES", "$ref", "aliases", "paths", "defaultPath", "apiVersions",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "audit", "Deny", "modify", "append", "auditIfNotExists", "deployIfNotExists", "denyAction", "manual", "disabled", "tags", "tags['a']", "tags.a.b", "type", "fullName", "kind",
        "identity.type", "Microsoft.App/containerApps/template.containers[*].image", "Microsoft.App/containerApps/template.containers[*].env[*].name", "Microsoft.App/containerApps",
        "*a*a*a*a*a*a*a*a*b", "**", "####", "????", "..", "İSTANBUL", "ß", "\ud83d\ude00", "1e5", "0x10", "2020-01-01", "9999-12-31T23:59:59.9999999Z", "[parameters('effect')]", "[current('x')]",
        "[current()]", "[field('tags')]", "[concat(field('name'), 1)]", "[[x]", "[", "[utcNow()]", "[length(field('Microsoft.App/containerApps/template.containers[*].image'))]",
        "[split(field('id'), '/')[2]]", "[if(true(), 1, div(1, 0))]", "[field(concat('tags[', 'a', ']'))]", "[requestContext().apiVersion]", "[resourceGroup().location]", "All", "Indexed",
        "addOrReplace", "remove", "add", "Array", "Object", "Integer", "DateTime", "properties.a[*].b", "properties.", "[*]", "a[*][*].b", "/subscriptions/s/resourceGroups/g/providers/a/b/c",
    ];

    private static readonly object?[] Scalars = [null, true, false, 0L, -1L, long.MaxValue, long.MinValue, 0.5, 1e308, double.Epsilon, 2147483648L];

    /// <summary>The document with one to three changes, as text.</summary>
    /// <param name="source">The document; it stays as it is.</param>
    /// <param name="others">Documents that values are taken from.</param>
    public static byte[] Mutate(JToken source, JToken[] others, Random random)
    {
        var root = new JArray(source.DeepClone());
        for (var left = random.Next(1, 4); left > 0; left--) Change(Pick(root, random), others, random);
        return Encoding.UTF8.GetBytes(root.Count == 1 ? root[0].ToString(Formatting.None) : root.ToString(Formatting.None));
    }

    // Down from the root by chance, so that a part high up is as probable as one deep down.
    private static JToken Pick(JToken root, Random random)
    {
        var token = root;
        while (token is JContainer { Count: > 0 } container && (token == root || random.Next(6) > 0))
        {
            var child = container.ElementAt(random.Next(container.Count));
            token = child is JProperty property ? property.Value : child;
        }

        return token;
    }

    private static void Change(JToken token, JToken[] others, Random random)
    {
        if (token.Parent is null) return;
        switch (random.Next(9))
        {
            case 0 or 1:
                token.Replace(new JValue(Texts[random.Next(Texts.Length)]));
                break;
            case 2:
                token.Replace(new JValue(Scalars[random.Next(Scalars.Length)]));
                break;
            case 3 or 4:
                token.Replace(Pick(new JArray(others[random.Next(others.Length)].DeepClone()), random).DeepClone());
                break;
            case 5:
                token.Replace(random.Next(2) == 0 ? new JArray(token.DeepClone(), token.DeepClone()) : new JObject(new JProperty(Keyword(random), token.DeepClone())));
                break;
            case 6 when token is JObject item:
                item[Keyword(random)] = new JValue(Texts[random.Next(Texts.Length)]);
                break;
            case 7 when token.Parent is JProperty { Parent: JObject owner } property:
                property.Remove();
                owner[Keyword(random)] = token;
                break;
            default:
                if (token.Parent is JProperty member) member.Remove();
                else token.Remove();
                break;
        }
    }

    private static string Keyword(Random random) => Keywords[random.Next(Keywords.Length)];
}
