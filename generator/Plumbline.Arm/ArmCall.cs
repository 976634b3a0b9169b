using Azure.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Arm;

/// <summary>One call to ARM.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Body">The JSON to send, or null for an empty body.</param>
internal sealed record ArmCall(RequestMethod Method, Uri Address, JObject? Body = null)
{
    /// <summary>The bytes of the JSON to send, in place of <see cref="Body"/>; or null.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The <c>If-Match</c> header, or null.</summary>
    public string? IfMatch { get; init; }

    /// <summary>The <c>If-None-Match</c> header, or null.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The path, as an <see cref="ArmFailure"/> names it.</summary>
    public string Path => Uri.UnescapeDataString(Address.AbsolutePath);

    /// <summary>Writes the call into a request of the pipeline.</summary>
    public void WriteTo(Request request)
    {
        request.Method = Method;
        request.Uri.Reset(Address);
        request.Headers.Add("Accept", "application/json");
        if (IfMatch is { } match) request.Headers.Add("If-Match", match);
        if (IfNoneMatch is { } noneMatch) request.Headers.Add("If-None-Match", noneMatch);
        if (Body is null && Content is null && Method != RequestMethod.Post) return;

        // Policy Insights queries are POSTs without a body: some gateways insist on Content-Length then.
        request.Headers.Add("Content-Type", "application/json");
        request.Content = Content is { } content ? RequestContent.Create(content) : RequestContent.Create(BinaryData.FromString(Body?.ToString(Formatting.None) ?? string.Empty));
    }
}
