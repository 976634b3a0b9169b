namespace Plumbline.Cli;

/// <summary>What a run ends with; the same for every command and every output format. The worst that applies wins.</summary>
internal enum ExitCode
{
    /// <summary>Done, nothing to complain about.</summary>
    Success = 0,

    /// <summary>Done, and there are findings: non-compliant resources under <c>--fail-on</c>, failed expectations.</summary>
    Findings = 1,

    /// <summary>The command line or the configuration is wrong.</summary>
    Usage = 2,

    /// <summary>An input document (catalog, definition, initiative) cannot be loaded.</summary>
    InvalidInput = 3,

    /// <summary>The data is incomplete, under <c>--strict</c>.</summary>
    Incomplete = 4,

    /// <summary>Changes are pending: <c>generate --check</c>, <c>plan --detailed-exitcode</c>.</summary>
    Drift = 5,

    /// <summary>Not signed in, or not allowed.</summary>
    Unauthorized = 6,

    /// <summary>The endpoint failed or refused after retries.</summary>
    RemoteFailure = 7,

    /// <summary>A bug in Plumbline.</summary>
    InternalError = 70,

    /// <summary>Ctrl+C.</summary>
    Interrupted = 130,
}
