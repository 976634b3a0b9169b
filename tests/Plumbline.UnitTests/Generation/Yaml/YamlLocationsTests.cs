using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Generation.Yaml;

public sealed class YamlLocationsTests
{
    [Theory]
    [InlineData("$.a.b[1]", 3, 5)]
    [InlineData("$.a.b", 2, 3)]
    [InlineData("$.a.b[1].unknown", 3, 5)]
    [InlineData("$.unknown", 1, 1)]
    [InlineData(null, 1, 1)]
    public void Path_is_found_at_its_key_or_at_the_nearest_known_parent(string? path, int line, int column)
    {
        var root = YamlReader.Read(new SourceText("a.yaml", "a:\n  b: [1,\n    2]\n")).Root;

        var at = new YamlLocations(Assert.IsType<YamlMapping>(root)).Find(path);

        Assert.Equal((line, column), (at.Span?.Line, at.Span?.Column));
    }
}
