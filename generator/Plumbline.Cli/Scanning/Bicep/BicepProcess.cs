using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Plumbline.Cli.Scanning.Bicep;

/// <summary>Runs the Bicep command-line interface.</summary>
/// <param name="program">Its path.</param>
internal sealed class BicepProcess(string program)
{
    // The largest templates take seconds; modules of a registry have to be fetched.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="IOException">It cannot be started, or does not end in time.</exception>
    public BicepOutput Run(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new IOException($"'{program}' cannot be started: {exception.Message}", exception);
        }

        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        Wait(process, cancellationToken);
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static void Wait(Process process, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException($"Bicep did not end within {Limit.TotalMinutes} minutes");
        }
    }

    private ProcessStartInfo Start(IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        UseShellExecute = false,
    };
}

/// <summary>What a run printed.</summary>
internal sealed record BicepOutput(int ExitCode, string Output, string Error);
