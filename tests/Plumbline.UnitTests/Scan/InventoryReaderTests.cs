using System.Text;
using Plumbline.Scan.Inputs;

namespace Plumbline.UnitTests.Scan;

public sealed class InventoryReaderTests
{
    private const string One = """{"id":"/a/1","type":"A.B/c","name":"1","properties":{"value":[1]}}""";
    private const string Two = """{"id":"/a/2","type":"A.B/c","name":"2"}""";

    [Theory]
    [InlineData($"[{One},\n{Two}]")]
    [InlineData($"{One}\n{Two}\n")]
    [InlineData($"{One}\r\n\r\n{Two}")]
    [InlineData($"{{\"value\":[{One},\n{Two}]}}")]
    [InlineData($"{{\"data\":[{One},\n{Two}]}}")]
    [InlineData($"{{\"count\":2,\"data\":[{One},\n{Two}],\"skip_token\":null,\"total_records\":2}}")]
    [InlineData($"{{\"Count\":2,\"Data\":[{One},\n{Two}]}}")]
    [InlineData($"{{\"value\":[{One}]}}\n{{\"value\":[{Two}]}}")]
    [InlineData("{\"data\":{\"columns\":[{\"name\":\"id\"},{\"name\":\"type\"},{\"name\":\"name\"}],\"rows\":[[\"/a/1\",\"A.B/c\",\"1\"],\n[\"/a/2\",\"A.B/c\",\"2\"]]}}")]
    public void Every_shape_gives_its_resources_with_their_lines(string text)
    {
        foreach (var chunk in (int[])[1, 7, 1 << 20])
        {
            var batches = Read(text, chunk);

            Assert.Equal(["/a/1", "/a/2"], batches.SelectMany(batch => batch.Resources).Select(resource => resource.Header.Id));
            Assert.Equal([1, !text.Contains('\n', StringComparison.Ordinal) ? 1 : text.Contains("\r\n\r\n", StringComparison.Ordinal) ? 3 : 2], batches.SelectMany(batch => batch.Resources).Select(resource => resource.Origin.Location.Span?.Line ?? 0));
            Assert.Empty(batches.SelectMany(batch => batch.Problems));
        }
    }

    [Theory]
    [InlineData(One)]
    [InlineData($"\uFEFF{One}")]
    [InlineData($"  {One}  ")]
    public void One_resource_is_an_inventory(string text) => Assert.Equal("/a/1", Assert.Single(Read(text).SelectMany(batch => batch.Resources)).Header.Id);

    [Fact]
    public void Text_of_windows_powershell_is_read()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"[{One}]")).ToArray();

        Assert.Equal("/a/1", Assert.Single(new InventoryReader(new MemoryStream(bytes), "i.json").Batches().SelectMany(batch => batch.Resources)).Header.Id);
    }

    [Theory]
    [InlineData("", "PLB6102")]
    [InlineData("[]", "PLB6102")]
    [InlineData("""{"value":[]}""", "PLB6102")]
    [InlineData("[1]", "PLB6104")]
    [InlineData("""[{"id":"/a"}]""", "PLB6104")]
    [InlineData("""{"name":"x"}""", "PLB6104")]
    [InlineData($"[{One},", "PLB6103")]
    [InlineData($"[{One}}}", "PLB6103")]
    [InlineData("text", "PLB6103")]
    [InlineData("17", "PLB6103")]
    [InlineData($"{{\"value\":[{One}],\"nextLink\":\"https://x\"}}", "PLB6105")]
    [InlineData($"{{\"data\":[{One}],\"skip_token\":\"abc\"}}", "PLB6105")]
    [InlineData($"{{\"data\":[{One}],\"resultTruncated\":\"true\"}}", "PLB6105")]
    public void What_is_no_resource_is_reported(string text, string code)
    {
        foreach (var chunk in (int[])[1, 1 << 20]) Assert.Equal([code], Read(text, chunk).SelectMany(batch => batch.Problems).Select(problem => problem.Code));
    }

    [Fact]
    public void Problem_names_the_line()
    {
        var problem = Assert.Single(Read($"[{One},\n{Two},\n{{\"a\":x}}]").SelectMany(batch => batch.Problems));

        Assert.Equal(3, problem.Location.Span?.Line);
    }

    [Fact]
    public void Large_inventory_comes_in_batches_of_bounded_size()
    {
        var text = "[" + string.Join(",\n", Enumerable.Range(0, 5000).Select(number => $$"""{"id":"/a/{{number}}","type":"A.B/c","p":"{{new string('x', number % 900)}}"}""")) + "]";

        var batches = Read(text, 4096);

        Assert.Equal(Enumerable.Range(0, 5000).Select(number => $"/a/{number}"), batches.SelectMany(batch => batch.Resources).Select(resource => resource.Header.Id));
        Assert.All(batches, batch => Assert.InRange(batch.Resources.Sum(resource => resource.Utf8.Length), 0, 61_000));
        Assert.Equal(Encoding.UTF8.GetByteCount(text), batches[^1].Position);
        Assert.Equal(4711, batches.SelectMany(batch => batch.Resources).ElementAt(4710).Origin.Location.Span?.Line);
    }

    [Fact]
    public void Resource_larger_than_the_buffer_is_read()
    {
        var text = $$"""[{"id":"/a/1","type":"A.B/c","p":"{{new string('x', 3 << 20)}}"},{{Two}}]""";

        Assert.Equal(["/a/1", "/a/2"], Read(text).SelectMany(batch => batch.Resources).Select(resource => resource.Header.Id));
    }

    [Fact]
    public void Deeply_nested_resource_is_reported_and_the_next_one_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 1025)) + string.Concat(Enumerable.Repeat("]", 1025));
        var batches = Read($$"""[{"type":"A.B/c","p":{{deep}}},{{Two}}]""");

        Assert.Equal(["PLB6104"], batches.SelectMany(batch => batch.Problems).Select(problem => problem.Code));
        Assert.Equal("/a/2", Assert.Single(batches.SelectMany(batch => batch.Resources)).Header.Id);
    }

    [Theory]
    [InlineData("""{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"}""", InputKind.Template)]
    [InlineData("""{"contentVersion":"1","$schema":"https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#"}""", InputKind.Template)]
    [InlineData("""{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"}""", null)]
    [InlineData("""{"format_version":"1.2","terraform_version":"1.9.0"}""", InputKind.TerraformPlan)]
    [InlineData("""{"format_version":"1.2","planned_values":{}}""", InputKind.TerraformPlan)]
    [InlineData("""[{"type":"a/b"}]""", InputKind.Inventory)]
    [InlineData("""{"type":"a/b"}""", InputKind.Inventory)]
    [InlineData("", null)]
    public void Kind_of_a_text_is_told_by_its_beginning(string text, InputKind? kind) => Assert.Equal(kind, InputSniffer.KindOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("""{"type":"a/b"}""", true)]
    [InlineData("""[{"id":"x","type":"a/b"}]""", true)]
    [InlineData("""{"value":[]}""", true)]
    [InlineData("""{"name":"package","type":"module"}""", false)]
    [InlineData("""{"analyzers":{}}""", false)]
    [InlineData("""["a"]""", false)]
    [InlineData("// comment", false)]
    public void Other_files_of_a_folder_are_left_alone(string text, bool holds) => Assert.Equal(holds, InputSniffer.HoldsResources(Encoding.UTF8.GetBytes(text)));

    private static List<ResourceBatch> Read(string text, int chunk = 1 << 20) => [.. new InventoryReader(new SlowStream(Encoding.UTF8.GetBytes(text), chunk), "i.json").Batches()];
}
