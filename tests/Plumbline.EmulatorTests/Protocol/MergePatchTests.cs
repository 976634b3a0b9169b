using System.Text.Json.Nodes;
using CsCheck;
using Plumbline.Emulator.Resources;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class MergePatchTests
{
    private static readonly Gen<JsonObject> Objects = Gen.Select(Gen.Int[0, 3].Array[0, 4], Gen.Int[0, 2]).Select((keys, depth) => Make(keys, depth));

    // The examples of RFC 7396, appendix A, that are about objects.
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void Patch_is_applied_as_the_RFC_says(string target, string patch, string expected) =>
        Assert.Equal(expected, MergePatch.Apply(Read(target), Read(patch)).ToJsonString());

    [Fact]
    public void Patch_that_is_applied_twice_changes_nothing_more() => Gen.Select(Objects, Objects).Sample((target, patch) =>
    {
        var once = MergePatch.Apply(target, patch);
        return JsonNode.DeepEquals(once, MergePatch.Apply(once, patch));
    });

    private static JsonObject Make(int[] keys, int depth)
    {
        var made = new JsonObject();
        foreach (var key in keys) made[$"k{key}"] = depth == 0 ? (key == 0 ? null : JsonValue.Create(key)) : Make(keys, depth - 1);
        return made;
    }

    private static JsonObject Read(string json) => JsonNode.Parse(json) as JsonObject ?? [];
}
