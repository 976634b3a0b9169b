using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Cli.Aliases;
using Plumbline.Cli.Batch;

namespace Plumbline.UnitTests.Cli;

public sealed class AliasBatchTests
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };
    private static readonly AliasBatch Batch = new(new AliasFiles(AppContext.BaseDirectory).Load);

    [Theory]
    [InlineData("""{"id":1,"resource":{"type":"Microsoft.App/containerApps","properties":{"managedEnvironmentId":"e"}}}""", """{"id":1,"resource":{"type":"Microsoft.App/containerApps","managedenvironmentid":"e"}}""")]
    [InlineData("""{"id":"a","resource":{"type":"Microsoft.KeyVault/vaults","properties":{"sku":{"name":"s"}}},"aliases":"none"}""", """{"id":"a","resource":{"type":"Microsoft.KeyVault/vaults","sku":{"name":"s"}}}""")]
    [InlineData("""{"id":"a","resource":{"type":"Microsoft.KeyVault/vaults","properties":{"sku":{"name":"s"}}},"aliases":"default","apiVersion":null}""", """{"id":"a","resource":{"type":"Microsoft.KeyVault/vaults","_p_sku":{"name":"s"},"sku":{"name":"s"}}}""")]
    [InlineData("""{"id":{"x":[1]},"resource":"text"}""", """{"id":{"x":[1]},"resource":"text"}""")]
    [InlineData("""{"resource":null}""", """{"id":null,"resource":null}""")]
    [InlineData("""{"id":1}""", """{"id":1,"error":"the request has no 'resource'"}""")]
    [InlineData("[]", """{"id":null,"error":"the request is not an object"}""")]
    [InlineData("""{"id":1,"resource":{},"aliases":7}""", """{"id":1,"error":"'aliases' is neither 'default' nor 'none' nor a path"}""")]
    [InlineData("""{"id":1,"resource":{},"apiVersion":7}""", """{"id":1,"error":"'apiVersion' is not a text"}""")]
    [InlineData("""{"id":1,"resource":{},"aliases":"missing.json"}""", """{"id":1,"error":"missing.json: this file cannot be read: there is no such file"}""")]
    public void Normalize_answers_every_request(string request, string answer) => Assert.Equal(answer, Answer(request, Batch.Normalize));

    [Fact]
    public void Denormalize_is_the_way_back() => Assert.Equal(
        """{"id":1,"resource":{"type":"Microsoft.Network/virtualNetworks","properties":{"subnets":[{"name":"a","properties":{"addressPrefix":"x"}}]}}}""",
        Answer("""{"id":1,"resource":{"type":"Microsoft.Network/virtualNetworks","subnets":[{"name":"a","addressprefix":"x"}]}}""", Batch.Denormalize));

    [Fact]
    public void A_file_of_azures_json_is_a_catalogue()
    {
        var file = Path.Combine(Path.GetTempPath(), $"plumbline-{nameof(A_file_of_azures_json_is_a_catalogue)}.json");
        File.WriteAllText(file, """[{"namespace":"Contoso.A","resourceTypes":[{"resourceType":"b","aliases":[{"name":"Contoso.A/b/label","defaultPath":"properties.text","paths":[{"path":"properties.old","apiVersions":["2020-01-01"]}]}]}]}]""");
        try
        {
            var request = """{"id":1,"apiVersion":"2020-01-01","aliases":FILE,"resource":{"type":"contoso.a/B","properties":{"old":1,"text":2}}}""".Replace("FILE", JsonSerializer.Serialize(file), StringComparison.Ordinal);
            Assert.Equal("""{"id":1,"resource":{"type":"contoso.a/B","old":1,"text":2,"label":1}}""", Answer(request, Batch.Normalize));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Lines_are_answered_in_order_and_none_stops_the_rest()
    {
        string[] lines = ["""{"id":1,"resource":{"A":1,"name":"n"}}""", "", "nonsense", new string('[', 5000), """{"id":"\ud800","resource":7}""", """{"id":2,"resource":7}"""];
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();

        BatchLoop.Run(input, output, new AliasBatchHandler(Batch.Normalize));

        var answers = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, answers.Length);
        Assert.Equal("""{"id":1,"resource":{"name":"n"}}""", answers[0]);
        Assert.All(answers[1..4], answer => Assert.StartsWith("""{"id":null,"error":"the line cannot be answered: it is not JSON: """, answer, StringComparison.Ordinal));
        Assert.EndsWith("\"resource\":7}", answers[4], StringComparison.Ordinal);
        Assert.Equal("""{"id":2,"resource":7}""", answers[5]);
    }

    private static string Answer(string request, Action<JsonElement, Utf8JsonWriter> handle)
    {
        using var document = JsonDocument.Parse(request);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) handle(document.RootElement, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
