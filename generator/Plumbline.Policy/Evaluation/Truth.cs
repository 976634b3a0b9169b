namespace Plumbline.Policy.Evaluation;

/// <summary>The result of a condition.</summary>
internal enum Truth : byte
{
    False,
    True,

    /// <summary>The evaluation failed, for the reason in the run.</summary>
    Failed,
}
