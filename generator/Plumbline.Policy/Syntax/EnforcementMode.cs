namespace Plumbline.Policy.Syntax;

/// <summary>Whether an assignment's effects take place.</summary>
public enum EnforcementMode
{
    /// <summary>They do.</summary>
    Default,

    /// <summary>Compliance is recorded; requests are neither refused nor changed.</summary>
    DoNotEnforce,

    /// <summary>They take place on resources that are enrolled; compliance is recorded for all.</summary>
    Enroll,
}
