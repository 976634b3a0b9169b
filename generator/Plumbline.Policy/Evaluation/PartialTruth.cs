namespace Plumbline.Policy.Evaluation;

/// <summary>The result of a condition on a resource that is known in part.</summary>
internal enum PartialTruth : byte
{
    False,
    True,

    /// <summary>It depends on a value that is not known.</summary>
    Unknown,

    /// <summary>The evaluation failed, whatever the unknown values are.</summary>
    Failed,
}
