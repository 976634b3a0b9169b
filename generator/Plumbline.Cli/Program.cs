using Plumbline.Cli;
using Plumbline.Cli.Rendering;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C asks, the second one ends the process.
    pressed.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
};

var console = CliConsole.Over(Console.Out, Console.Error);
var world = new CliWorld(TimeProvider.System, !Console.IsInputRedirected && !Console.IsOutputRedirected, Console.ReadLine)
{
    Input = Console.OpenStandardInput,
    Output = Console.OpenStandardOutput,
};
try
{
    return await PlumblineCli.RunAsync(args, console, world, Directory.GetCurrentDirectory(), interrupt.Token).ConfigureAwait(false);
}
catch (Exception exception) when (exception is not OutOfMemoryException)
{
    Console.Error.WriteLine($"This is a bug in Plumbline: {exception}");
    return (int)ExitCode.InternalError;
}
