namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>Where something stands in a query.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 0, in characters.</param>
internal readonly record struct KqlPosition(int Line, int Column);

/// <summary>What is wrong with a query.</summary>
/// <param name="Code">The code of the detail, such as <c>ParserFailure</c>.</param>
/// <param name="Message">For people.</param>
/// <param name="At">Where.</param>
/// <param name="Token">The token that stands there.</param>
/// <param name="Expected">What should stand there, or null.</param>
internal sealed record KqlError(string Code, string Message, KqlPosition At, string Token, string? Expected = null)
{
    /// <summary>The query's text cannot be read.</summary>
    public const string ParserFailure = "ParserFailure";

    /// <summary>The query can be read, but names or does something that does not exist or is not allowed.</summary>
    public const string SemanticFailure = "SemanticFailure";

    /// <summary>The table does not exist.</summary>
    public const string UnknownTable = "DisallowedLogicalTableName";

    /// <summary>The query needs more than it may.</summary>
    public const string LimitExceeded = "QueryLimitExceeded";
}

/// <summary>Leaves the recursion of the parser or the binder with the first error; <c>KqlEngine</c>, the only entrance, turns it into a value.</summary>
#pragma warning disable CA1032, CA1064 // It never leaves the engine, and has no meaning without its error.
internal sealed class KqlErrorException(KqlError error) : Exception(error.Message)
{
    /// <summary>The error.</summary>
    public KqlError Error { get; } = error;
}

/// <summary>Leaves the evaluation of a query that needs more than it may; <c>KqlEngine</c> turns it into a value.</summary>
internal sealed class QueryLimitException(string message) : Exception(message);
#pragma warning restore CA1032, CA1064
