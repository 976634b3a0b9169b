using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.UnitTests.Policy.FunctionProperties;

namespace Plumbline.UnitTests.Policy;

/// <summary>Arguments as large as the limits allow, made to be slow or to need memory without bound.</summary>
public sealed class FunctionLimitsTests
{
    private static readonly TextValue Long = new(new string('a', EvaluationLimits.MaximumTextLength));
    private static readonly TextValue LongForeign = new(new string('é', EvaluationLimits.MaximumTextLength));
    private static readonly TextValue HalfAndOther = new(new string('a', EvaluationLimits.MaximumTextLength / 2) + 'b');
    private static readonly TextValue HalfForeignAndOther = new(new string('é', EvaluationLimits.MaximumTextLength / 2) + 'b');
    private static readonly TextValue Million = new(new string('x', 1_000_000));
    private static readonly ArrayValue ManyLong = new([.. Enumerable.Repeat(Long, 16_000)]);
    private static readonly ArrayValue Delimiters = new([.. Enumerable.Range(0, 30_000).Select(number => new TextValue($"a{number}"))]);
    private static readonly ArrayValue Alike = new([.. Enumerable.Range(0, 10_000).Select(number => new ArrayValue([new IntegerValue(number)]))]);
    private static readonly ObjectValue Wide = new([.. Enumerable.Range(0, 30_000).Select(number => KeyValuePair.Create<string, PolicyValue>($"k{number}", new IntegerValue(number)))]);
    private static readonly ObjectValue WideOther = new([.. Wide.Properties.Reverse()]);

    public static TheoryData<string, string> Calls() => new()
    {
        { "replace", "fails" }, { "replace-foreign", "fails" }, { "join", "fails" }, { "string", "fails" }, { "format-array", "fails" }, { "format-holes", "fails" },
        { "format-width", "fails" }, { "format-precision", "fails" }, { "concat", "fails" }, { "dataUri", "fails" }, { "split", "fails" }, { "split-delimiters", "fails" },
        { "contains", "gives" }, { "contains-foreign", "fails" }, { "indexOf", "gives" }, { "lastIndexOf", "gives" }, { "startsWith", "gives" }, { "startsWith-foreign", "gives" },
        { "endsWith", "gives" }, { "endsWith-foreign", "fails" }, { "union", "gives" }, { "union-objects", "gives" }, { "intersection", "gives" }, { "intersection-objects", "gives" },
        { "equals", "gives" }, { "less-foreign", "gives" }, { "createArray", "fails" }, { "json", "fails" }, { "base64", "fails" }, { "uriComponent", "fails" }, { "uniqueString", "gives" },
        { "guid", "gives" }, { "uri", "fails" }, { "trim", "fails" }, { "int", "fails" }, { "float", "fails" }, { "items", "fails" },
        { "replace-million", "fails" }, { "split-million", "fails" }, { "contains-million", "gives" }, { "substring-million", "fails" }, { "toUpper", "fails" }, { "base64ToString", "fails" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_of_the_largest_arguments_ends(string call, string ends)
    {
        Assert.Equal(ends == "fails", Result(call) is FailedValue);
    }

    private static PolicyValue Result(string call) => call switch
    {
        "replace" => Call("replace", Long, Text("a"), Long),
        "replace-foreign" => Call("replace", LongForeign, HalfForeignAndOther, Text("")),
        "join" => Call("join", ManyLong, Text(",")),
        "string" => Call("string", ManyLong),
        "format-array" => Call("format", Text("{0}"), ManyLong),
        "format-holes" => Call("format", Text(string.Concat(Enumerable.Repeat("{0}", 40_000))), Long),
        "format-width" => Call("format", Text(string.Concat(Enumerable.Repeat("{0,999999}", 10_000))), Text("a")),
        "format-precision" => Call("format", Text("{0:D999999999}"), new IntegerValue(1)),
        "concat" => Call("concat", [.. Enumerable.Repeat(Long, 128)]),
        "dataUri" => Call("dataUri", ManyLong),
        "split" => Call("split", Long, Text("a")),
        "split-delimiters" => Call("split", Long, Delimiters),
        "contains" or "indexOf" or "lastIndexOf" or "endsWith" or "startsWith" => Call(call, Long, HalfAndOther),
        "contains-foreign" or "endsWith-foreign" or "startsWith-foreign" => Call(call[..^8], LongForeign, HalfForeignAndOther),
        "union" or "intersection" => Call(call, Alike, Alike),
        "union-objects" or "intersection-objects" => Call(call[..^8], Wide, WideOther),
        "equals" => Call("equals", Wide, WideOther),
        "less-foreign" => Call("less", LongForeign, HalfForeignAndOther),
        "createArray" => Call("createArray", Wide, WideOther),
        "json" => Call("json", Text(new string('[', EvaluationLimits.MaximumTextLength))),
        "base64" or "uriComponent" => Call(call, LongForeign),
        "uri" => Call("uri", Million, Million),
        "replace-million" => Call("replace", Million, Text("X"), Text("yy")),
        "split-million" => Call("split", Million, Text("x")),
        "contains-million" => Call("contains", Million, Text("é")),
        "substring-million" => Call("substring", Million, new IntegerValue(1)),
        "items" => Call("items", Wide),
        _ => Call(call, call is "uniqueString" or "guid" ? Long : Million),
    };

    private static TextValue Text(string text) => new(text);
}
