namespace Plumbline.Policy.Evaluation;

/// <summary>The left side of a leaf.</summary>
/// <param name="text">The subject as written.</param>
/// <param name="kind">ARM's word for the kind: <c>Field</c>, <c>Value</c> or <c>Count</c>.</param>
internal abstract class CompiledSubject(Func<string> text, string kind)
{
    /// <summary>The subject as written.</summary>
    public string Text => text();

    public string Kind => kind;

    /// <summary>Whether the subject is the resource's location, which compares in any of its spellings.</summary>
    public virtual bool IsLocation => false;

    /// <summary>Whether the subject satisfies the test.</summary>
    public abstract Truth Test(EvaluationFrame frame, CompiledLeaf leaf, OperandTest test);
}
