namespace Plumbline.Testing.Running;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    /// <summary>Everything is as expected.</summary>
    Passed,

    /// <summary>Something is not as expected.</summary>
    Failed,

    /// <summary>The test could not run: its resource or its parameters are wrong.</summary>
    Broken,
}
