using System.Collections.Immutable;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Scan;

/// <summary>What a <c>queryResults</c> request asks for.</summary>
/// <param name="Rows">The options of OData.</param>
/// <param name="Window">The evaluations that are meant.</param>
/// <param name="Cursor">Where the page starts.</param>
/// <param name="ExpandsDetails">Whether <c>policyEvaluationDetails</c> are shown.</param>
internal sealed record RecordQuery(RowQuery Rows, RecordWindow Window, RecordCursor Cursor, bool ExpandsDetails)
{
    private const string Details = "PolicyEvaluationDetails";
    private static readonly ImmutableArray<string> Expandable = [Details, "components"];

    /// <summary>Whether the page is read from its cursor on; else all rows have to be read, and those before the page are left out.</summary>
    public bool IsResumable => Rows.IsStreamed && Window.IsResumable;

    /// <summary>Reads the query; null and the problem when it is not one that is supported.</summary>
    /// <param name="isLatest">Whether the newest evaluation of each resource is meant, of which none is too old; else the service's default interval applies, the day before.</param>
    public static RecordQuery? Parse(ArmRequest request, ODataSchema schema, bool isLatest, out string? error)
    {
        var expanded = request.Query.GetValueOrDefault("$expand", string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (expanded.FirstOrDefault(name => !Expandable.Contains(name.Split('(')[0], StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            error = $"Invalid $expand: '{unknown}' is not one of '{string.Join(", ", Expandable)}'.";
            return null;
        }

        if (RowQuery.Parse(request.Query, schema, out error) is not { } rows) return null;
        if (CursorOf(request) is not { } cursor)
        {
            error = "Invalid $skiptoken: it was not made by this endpoint.";
            return null;
        }

        return new RecordQuery(rows, WindowOf(rows, isLatest, request.Now), cursor, expanded.Contains(Details, StringComparer.OrdinalIgnoreCase));
    }

    private static RecordCursor? CursorOf(ArmRequest request) =>
        request.Query.TryGetValue("$skiptoken", out var token) ? RecordCursor.Parse(token) : RecordCursor.Start;

    // Nothing is evaluated by itself every day here, so that the newest records are shown however old they are.
    private static RecordWindow WindowOf(RowQuery rows, bool isLatest, DateTimeOffset now)
    {
        if (isLatest && rows.From is null && rows.To is null) return new(true, null, null);
        return new(isLatest, rows.From ?? Before(rows.To ?? now), rows.To ?? now);
    }

    private static DateTimeOffset Before(DateTimeOffset instant) => instant - DateTimeOffset.MinValue > TimeSpan.FromDays(1) ? instant.AddDays(-1) : DateTimeOffset.MinValue;
}
