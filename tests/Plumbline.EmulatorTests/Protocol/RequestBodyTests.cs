using System.Text;
using Plumbline.Emulator.Wire;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class RequestBodyTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d\ude00"}""")]
    [InlineData("\uFEFF{\"a\":1}")]
    [InlineData("""{"a":-1.5e300,"b":[{}],"\u0061b":null}""")]
    public void Object_is_read(string json) => Assert.NotNull(RequestBody.Parse(Encoding.UTF8.GetBytes(json)).Body);

    [Theory]
    [InlineData("""{"a":"\ud83d"}""", "The text at byte 5 has half of a surrogate pair")]
    [InlineData("""{"\udc00":1}""", "The text at byte 1 has half of a surrogate pair")]
    [InlineData("""{"a":1e400}""", "The number at byte 5 is too large")]
    [InlineData("[]", "The content is not a JSON object")]
    public void What_could_fail_later_is_refused(string json, string reason) =>
        Assert.Equal($"The request content was invalid and could not be deserialized: '{reason}'.", RequestBody.Parse(Encoding.UTF8.GetBytes(json)).Error?.Message);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Equal(
            "The request content was invalid and could not be deserialized: 'The content is not UTF-8'.",
            RequestBody.Parse([(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}']).Error?.Message);
}
