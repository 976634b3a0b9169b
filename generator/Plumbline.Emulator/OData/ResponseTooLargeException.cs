namespace Plumbline.Emulator.OData;

/// <summary>A query asks for more at once than is held in memory. The route that ran it answers with a refusal.</summary>
internal sealed class ResponseTooLargeException(int limit, string unit = "rows")
    : Exception($"The query has to hold more than {limit} {unit} at once. Select less with $filter, $select, $from and $to, or limit the result with $top.");
