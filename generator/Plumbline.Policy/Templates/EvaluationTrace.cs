namespace Plumbline.Policy.Templates;

/// <summary>What was met while expressions of a deployment were evaluated: how much was made, how deep names led to names, and whether a secure value was read.</summary>
internal sealed class EvaluationTrace
{
    // Loops inside loops would go on for hours, and names that lead to names would overflow the stack.
    private const int MaximumValues = 1_000_000;
    private const int MaximumDepth = 64;

    private int values;
    private int depth;
    private int guids;

    /// <summary>Whether a secure parameter was read.</summary>
    public bool HasReadSecret { get; private set; }

    public void NoteSecret() => HasReadSecret = true;

    /// <summary>A number that no call got before.</summary>
    public int NextGuid() => guids++;

    /// <summary>Counts one value; false once there were too many.</summary>
    public bool Spend() => ++values <= MaximumValues;

    /// <summary>Runs <paramref name="read"/> and says whether it read a secret, which is noted for whoever asked for this value too.</summary>
    public (TResult Result, bool IsSecret) Watch<TResult>(Func<TResult> read)
    {
        var before = HasReadSecret;
        HasReadSecret = false;
        var result = read();
        var isSecret = HasReadSecret;
        HasReadSecret |= before;
        return (result, isSecret);
    }

    /// <summary>Runs <paramref name="read"/> one level deeper; null at the deepest.</summary>
    public TResult? Deeper<TResult>(Func<TResult> read)
        where TResult : class
    {
        if (depth == MaximumDepth) return null;
        depth++;
        var result = read();
        depth--;
        return result;
    }
}
