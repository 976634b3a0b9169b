namespace Plumbline.Policy.Evaluation;

/// <summary>What to do with a field that is neither a known alias nor a common field of resources.</summary>
public enum UnknownAliasHandling
{
    /// <summary>The evaluation ends with <see cref="EvaluationStatus.Error"/>, as Azure refuses such a definition.</summary>
    Refuse,

    /// <summary>
    /// The field is read as a path: <c>Microsoft.New/things/a.b</c> as <c>properties.a.b</c>, anything without a slash from the root of the resource.
    /// For aliases newer than the list, and for rules written in paths.
    /// </summary>
    ReadAsPath,

    /// <summary>The field is read as a path from the root of the resource, whatever it looks like.</summary>
    ReadFromRoot,
}
