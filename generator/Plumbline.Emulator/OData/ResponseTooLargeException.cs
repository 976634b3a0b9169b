namespace Plumbline.Emulator.OData;

/// <summary>A query asks for more rows at once than are held in memory. The route that ran it answers with a refusal.</summary>
internal sealed class ResponseTooLargeException(int limit)
    : Exception($"The query has to hold more than {limit} rows at once. Select less with $filter, $from and $to, or limit the result with $top.");
