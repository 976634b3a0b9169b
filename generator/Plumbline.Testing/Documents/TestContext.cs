using System.Globalization;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Documents;

/// <summary>Makes the context of an evaluation of what a test says.</summary>
internal static class TestContext
{
    /// <summary>What <c>utcNow()</c> answers when a test does not say: a test means the same every day.</summary>
    public static DateTimeOffset DefaultTime { get; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The context; a write request has a request context in any case.</summary>
    public static EvaluationContext Of(PolicyTest test)
    {
        var values = test.Context;
        return new EvaluationContext(
            values["utcNow"] is TextValue text && Time(text.Value) is { } time ? time : DefaultTime,
            test.Write == WriteRequest.None ? null : test.ApiVersion,
            values["subscription"] as ObjectValue,
            values["resourceGroup"] as ObjectValue,
            values["policy"] as ObjectValue)
        {
            RequestContext = values["requestContext"] as ObjectValue ?? (test.Write == WriteRequest.None ? null : PolicyValueReader.Object()),
            Claims = values["claims"] as ObjectValue,
        };
    }

    /// <summary>A point in time; null when the text is none.</summary>
    public static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
