namespace Plumbline.Testing.Harness;

/// <summary>A verdict is not as a test expects. The message says what was expected and explains the verdict; every test framework reports it as a failure.</summary>
public sealed class PolicyAssertionException : Exception
{
    /// <summary>An exception without a message.</summary>
    public PolicyAssertionException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public PolicyAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public PolicyAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
