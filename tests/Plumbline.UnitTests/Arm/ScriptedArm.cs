using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Plumbline.UnitTests.Arm;

/// <summary>An ARM endpoint in memory: each call, written as <c>METHOD path?query</c>, gives its scripted answers in order, the last one again and again.</summary>
internal sealed class ScriptedArm : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedAnswer>> script = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Call, string Body, string? Token)> received = new();

    /// <summary>The calls, in the order in which they came, without api-version.</summary>
    public IReadOnlyList<string> Calls => [.. received.Select(request => request.Call)];

    /// <summary>The bearer tokens that came.</summary>
    public IReadOnlyList<string?> Tokens => [.. received.Select(request => request.Token)];

    /// <summary>The body of the last such call.</summary>
    public string BodyOf(string call) => received.Last(request => request.Call == call).Body;

    public ScriptedArm Answer(string call, int status, string body = "", params (string Name, string Value)[] headers)
    {
        script.GetOrAdd(call, _ => new()).Enqueue(new(status, body, headers));
        return this;
    }

    /// <summary>What happens on the way of this call, in place of an answer.</summary>
    public ScriptedArm Break(string call, Action happening)
    {
        script.GetOrAdd(call, _ => new()).Enqueue(new(0, string.Empty, [], happening));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = $"{request.Method} {Uri.UnescapeDataString(WithoutApiVersion(request.RequestUri?.PathAndQuery ?? string.Empty))}";
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        received.Enqueue((call, body, request.Headers.Authorization?.Parameter));
        if (!script.TryGetValue(call, out var answers)) throw new InvalidOperationException($"Nothing is scripted for '{call}'.");

        var answer = answers.Count > 1 && answers.TryDequeue(out var first) ? first : answers.First();
        answer.Happening?.Invoke();
        return answer.ToMessage(request);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static string WithoutApiVersion(string pathAndQuery)
    {
        var parts = pathAndQuery.Split('?', 2);
        var query = parts.Length == 1 ? [] : parts[1].Split('&').Where(part => !part.StartsWith("api-version=", StringComparison.Ordinal)).ToArray();
        return query.Length == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', query)}";
    }

    private sealed record ScriptedAnswer(int Status, string Body, (string Name, string Value)[] Headers, Action? Happening = null)
    {
        public HttpResponseMessage ToMessage(HttpRequestMessage request)
        {
            var message = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = new StringContent(Body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
            return message;
        }
    }
}
