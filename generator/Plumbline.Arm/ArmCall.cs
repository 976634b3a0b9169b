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
    /// <summary>The path, as an <see cref="ArmFailure"/> names it.</summary>
    public string Path => Uri.UnescapeDataString(Address.AbsolutePath);

    /// <summary>Writes the call into a request of the pipeline.</summary>
    public void WriteTo(Request request)
    {
        request.Method = Method;
        request.Uri.Reset(Address);
        request.Headers.Add("Accept", "application/json");
        if (Body is null && Method != RequestMethod.Post) return;

        // Policy Insights queries are POSTs without a body: some gateways insist on Content-Length then.
        request.Headers.Add("Content-Type", "application/json");
        request.Content = RequestContent.Create(BinaryData.FromString(Body?.ToString(Formatting.None) ?? string.Empty));
    }
}
