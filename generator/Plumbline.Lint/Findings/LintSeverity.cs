namespace Plumbline.Lint.Findings;

/// <summary>How much a finding matters.</summary>
public enum LintSeverity
{
    /// <summary>Advice; nothing goes wrong without it.</summary>
    Informational,

    /// <summary>Azure takes the document, and it probably does not do what its author wants.</summary>
    Warning,

    /// <summary>Azure refuses the document, or it cannot do what it is for.</summary>
    Error,

    /// <summary>The document cannot be read, so nothing else is known of it.</summary>
    Critical,
}
