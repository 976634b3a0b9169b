namespace Plumbline.Policy.Diagnostics;

/// <summary>How much a <see cref="Diagnostic"/> matters: an error stops the command, the others do not.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Information,

    /// <summary>Works, but is probably not what the author meant.</summary>
    Warning,

    /// <summary>The document cannot be used as it is.</summary>
    Error,
}
