using Plumbline.Planning.Journals;

namespace Plumbline.Arm.Applying;

/// <summary>How a write ended.</summary>
internal abstract record OperationEnd
{
    private OperationEnd()
    {
    }

    /// <summary>The endpoint has what was wanted.</summary>
    /// <param name="Id">The object.</param>
    /// <param name="Digest">Its digest; null when there is none any more.</param>
    internal sealed record Written(string Id, string? Digest) : OperationEnd;

    /// <summary>It is given up.</summary>
    internal sealed record Failed(ApplyFailure Failure) : OperationEnd;

    /// <summary>Something else is there than was expected; nothing was written over it.</summary>
    internal sealed record Stale(StaleObject Object) : OperationEnd;

    /// <summary>Cancelled before anything was sent.</summary>
    internal sealed record NotStarted : OperationEnd;
}
