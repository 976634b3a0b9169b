namespace Plumbline.Lint.Framework;

/// <summary>How much a finding matters; the words and grades of Azure's policy linter.</summary>
public enum LintSeverity
{
    /// <summary>Advice.</summary>
    Informational,

    /// <summary>Likely a mistake.</summary>
    Warning,

    /// <summary>A mistake.</summary>
    Error,

    /// <summary>The document cannot be judged.</summary>
    Critical,
}
