using Microsoft.Extensions.Hosting;

namespace Plumbline.Emulator;

/// <summary>The host lives as long as its owner says: it does not listen for Ctrl+C, which belongs to the program that embeds it.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
