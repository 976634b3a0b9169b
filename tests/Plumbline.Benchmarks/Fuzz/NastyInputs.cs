using System.Text;

namespace Plumbline.Benchmarks.Fuzz;

/// <summary>Inputs that have broken programs like this one: very deep, very long, not quite text.</summary>
internal static class NastyInputs
{
    private const string Cell = """{"type":"Microsoft.App/containerApps","name":"a","location":"b","properties":{"template":{"containers":CONTAINERS}}}""";

    /// <summary>All of them.</summary>
    public static IEnumerable<FuzzCase> All() => [.. Documents().SelectMany(OnEveryTarget), .. Expressions(), .. Patterns(), .. Counts(), .. NotText()];

    private static IEnumerable<string> Documents()
    {
        foreach (var depth in new[] { 63, 127, 128, 1023, 1024, 10_000 })
        {
            yield return Nested("[", "]", depth);
            yield return Nested("{\"a\":", "}", depth, "1");
            yield return Nested("{\"not\":", "}", depth, """{"field":"type","equals":"a"}""");
            yield return Nested("{\"allOf\":[", "]}", depth, """{"field":"type","equals":"a"}""");
        }

        yield return $"{{\"type\":\"{Repeat("x", 1_000_000)}\",\"name\":\"{Repeat("\\ud800", 100_000)}\"}}";
        yield return $"{{\"properties\":{{\"n\":{Repeat("9", 100_000)},\"m\":1e{Repeat("9", 1000)},\"k\":-{Repeat("1", 400)}.5e-400}}}}";
        yield return $"{{\"a\":[{Repeat("1,", 100_000)}1],\"tags\":{{{string.Join(',', Enumerable.Range(0, 50_000).Select(index => $"\"t{index}\":\"v\""))}}}}}";
        yield return $"{{{string.Join(',', Enumerable.Range(0, 20_000).Select(_ => "\"same\":1"))}}}";
        yield return """{"\ud800":"\udfff","\u0000":"\u0000","type":"Microsoft.App/containerApps\ud83d"}""";
        yield return "";
        yield return "\ufeff";
    }

    private static IEnumerable<FuzzCase> OnEveryTarget(string text) =>
    [
        FuzzCase.Of(FuzzTargets.Parse, text), FuzzCase.Of(FuzzTargets.Resource, text), FuzzCase.Of(FuzzTargets.Aliases, text, text),
        FuzzCase.Of(FuzzTargets.Evaluate, Definition(text.Length > 0 ? text : "null"), text),
        FuzzCase.Of(FuzzTargets.Evaluate, Definition("""{"anyOf":[{"value":"[field('properties')]","equals":"a"},{"field":"tags","containsKey":"t"},{"field":"type","like":"*x*"}]}"""), text),
    ];

    private static IEnumerable<FuzzCase> Expressions()
    {
        const string resource = "{}";
        yield return Expression($"[{Repeat("concat(", 10_000)}'a'{Repeat(")", 10_000)}]");
        yield return Expression($"[createArray({Repeat("1,", 50_000)}1)]");
        yield return Expression($"[{Repeat("(", 80_000)}]");
        yield return Expression($"[parameters('list'){Repeat(".a", 40_000)}]");
        yield return Expression($"[concat('{Repeat("''", 40_000)}')]");
        yield return Expression("[range(0, 2147483647)]");
        yield return Expression("[range(-9223372036854775808, 10000)]");
        yield return Expression("[padLeft('a', 2147483647, '0')]");
        yield return Expression("[div(-9223372036854775808, -1)]");
        yield return Expression("[mod(-9223372036854775808, -1)]");
        yield return Expression("[mul(9223372036854775807, 9223372036854775807)]");
        yield return Expression("[substring('abc', -9223372036854775808, 9223372036854775807)]");
        yield return Expression("[take('abc', 9223372036854775807)]");
        yield return Expression($"[json('{Repeat("[", 10_000)}')]");
        yield return Expression($"[replace('{Repeat("a", 40_000)}', 'a', '{Repeat("b", 30_000)}')]");
        yield return Expression("[format('{0:D999999999}', 1)]");
        yield return Expression("[addDays('9999-12-31T00:00:00Z', 9223372036854775807)]");
        yield return Expression("[dateTimeAdd('2020-01-01', 'P99999999999999Y')]");
        yield return Expression("[base64ToString('////')]");
        yield return Expression($"[{Repeat("union(createObject('a', 1), ", 60)}createObject('b', 2){Repeat(")", 60)}]");
        static FuzzCase Expression(string text) => FuzzCase.Of(FuzzTargets.Expression, text, resource);
    }

    private static IEnumerable<FuzzCase> Patterns() =>
        from name in new[] { "like", "notLike", "match", "matchInsensitively", "contains" }
        from pattern in new[] { Repeat("*a", 2000) + "b", Repeat("?", 5000), Repeat("#.", 2000), "*" + Repeat("a", 5000) + "*" }
        select FuzzCase.Of(FuzzTargets.Evaluate, Definition($"{{\"field\":\"name\",\"{name}\":\"{pattern}\"}}"), $"{{\"type\":\"a/b\",\"name\":\"{Repeat("a", 100_000)}\"}}");

    // A count inside of a count inside of a count, over arrays that together have more pairs than can be looked at in time.
    private static IEnumerable<FuzzCase> Counts()
    {
        const string image = "Microsoft.App/containerApps/template.containers[*]";
        var one = $$$"""{"count":{"field":"{{{image}}}","where":{"field":"{{{image}}}.image","like":"*a*b*"}},"greater":1}""";
        var two = $$$"""{"count":{"value":"[field('{{{image}}}.image')]","name":"x","where":{"count":{"field":"{{{image}}}","where":{"field":"{{{image}}}.image","equals":"[current('x')]"}},"greater":1}},"greater":1}""";
        foreach (var members in new[] { 1000, 30_000, 100_000 })
        {
            var resource = Cell.Replace("CONTAINERS", $"[{string.Join(',', Enumerable.Range(0, members).Select(index => $"{{\"image\":\"a{index}\",\"env\":[{{\"name\":\"b\"}}]}}"))}]", StringComparison.Ordinal);
            yield return FuzzCase.Of(FuzzTargets.Evaluate, Definition(one), resource);
            if (members <= 1000) yield return FuzzCase.Of(FuzzTargets.Evaluate, Definition(two), resource);
        }
    }

    private static IEnumerable<FuzzCase> NotText() =>
        from target in new[] { FuzzTargets.Parse, FuzzTargets.Resource }
        from bytes in new byte[][] { [0xFF, 0xFE], [0x22, 0xED, 0xA0, 0x80, 0x22], [.. "{\"a"u8, 0xC3, .. "\":1}"u8], [.. "{\"type\":\""u8, 0xF8, 0x88, .. "\"}"u8], [0, 0, 0] }
        select new FuzzCase(target, bytes);

    private static string Definition(string condition) =>
        $"{{\"properties\":{{\"mode\":\"All\",\"parameters\":{{}},\"policyRule\":{{\"if\":{condition},\"then\":{{\"effect\":\"audit\"}}}}}}}}";

    private static string Nested(string open, string close, int depth, string inner = "") => Repeat(open, depth) + inner + Repeat(close, depth);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
