using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Plumbline.PlanningTests.Arm;

/// <summary>Refusals in ARM's form.</summary>
internal static class ErrorAnswer
{
    public static HttpResponseMessage Of(int status, string code, string message, string? retryAfter = null)
    {
        var body = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        answer.Headers.Add("x-ms-correlation-request-id", "c-1");
        if (retryAfter is not null) answer.Headers.Add("Retry-After", retryAfter);
        return answer;
    }

    /// <summary>Refuses the first requests of a kind.</summary>
    public static Action<RequestWatch> First(int times, string start, Func<HttpResponseMessage> refusal)
    {
        var left = times;
        return watch => watch.Answering += line => line.StartsWith(start, StringComparison.OrdinalIgnoreCase) && left-- > 0 ? refusal() : null;
    }
}
