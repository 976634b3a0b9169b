namespace Plumbline.Policy.Evaluation;

/// <summary>What a definition says of a resource.</summary>
public enum EvaluationStatus
{
    /// <summary>The definition does not apply to the resource: no record is written.</summary>
    NotApplicable,

    /// <summary>It applies and is satisfied.</summary>
    Compliant,

    /// <summary>It applies and is violated.</summary>
    NonCompliant,

    /// <summary>The effect is <c>manual</c> and nobody has attested.</summary>
    Unknown,

    /// <summary>The effect is <c>denyAction</c> and covers the resource.</summary>
    Protected,

    /// <summary>The evaluation failed: an implicit deny at enforcement, state <c>Error</c> in a scan.</summary>
    Error,
}
