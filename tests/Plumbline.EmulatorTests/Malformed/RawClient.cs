using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Plumbline.EmulatorTests.Malformed;

/// <summary>Sends bytes over TLS and reads the answer; a connection a request.</summary>
public sealed class RawClient(EmulatorSession session)
{
    /// <summary>The answer to a request.</summary>
    public async Task<RawAnswer> SendAsync(MalformedRequest request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(session.Host.Endpoint.Host, session.Host.Endpoint.Port);
        var thumbprint = session.Host.Certificate.Thumbprint;
        await using var stream = new SslStream(client.GetStream(), false, (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint);
        await stream.AuthenticateAsClientAsync("localhost");
        try
        {
            await stream.WriteAsync(request.ToBytes(session.Host.Endpoint.Authority, session.Host.Token));
        }
        catch (IOException)
        {
            // The server may answer and close before it has read a body that is too large.
        }

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // What was read until the connection was reset is the answer.
        }

        return RawAnswer.Parse(Encoding.UTF8.GetString(answer.ToArray()));
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">0 when nothing did.</param>
/// <param name="Body">Empty when there was none.</param>
public sealed record RawAnswer(int Status, string Head, string Body)
{
    /// <summary>The error of the body, or null when it is not ARM's.</summary>
    public (string Code, string Message)? Error
    {
        get
        {
            if (!Body.StartsWith('{') || JsonNode.Parse(Body)?["error"] is not JsonObject error) return null;
            return error["code"]?.ToString() is { Length: > 0 } code && error["message"]?.ToString() is { Length: > 0 } message ? (code, message) : null;
        }
    }

    public static RawAnswer Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return new RawAnswer(0, text, string.Empty);
        var status = int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        return new RawAnswer(status, text[..end], text[(end + 4)..]);
    }
}
