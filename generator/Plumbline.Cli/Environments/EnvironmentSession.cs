using System.Collections.Immutable;
using Plumbline.Arm;
using Plumbline.Arm.Deployment;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Environments;

/// <summary>A connection to an environment with the initiative that is deployed there. Disposing it ends the embedded emulator, if there is one.</summary>
internal sealed class EnvironmentSession : IAsyncDisposable
{
    private readonly DeploymentSession session;

    private EnvironmentSession(DeploymentSession session, EnvironmentSettings settings, ArmConnection connection, DesiredState desired)
    {
        this.session = session;
        Settings = settings;
        Connection = connection;
        Desired = desired;
    }

    /// <summary>What the configuration says.</summary>
    public EnvironmentSettings Settings { get; }

    /// <summary>The connection.</summary>
    public ArmConnection Connection { get; }

    /// <summary>The generated documents, without the definitions that the initiative leaves out.</summary>
    public DesiredState Desired { get; }

    /// <summary>Where the environment is configured.</summary>
    public SourceLocation At => session.At;

    /// <summary>Opens a session; null, with the reasons, when the environment or the generated documents cannot be used.</summary>
    /// <exception cref="EmulatorStartException">The embedded emulator cannot start.</exception>
    public static async Task<(EnvironmentSession? Session, ImmutableArray<Diagnostic> Diagnostics)> OpenAsync(
        Workspace workspace, TimeProvider time, string name, CancellationToken cancellationToken)
    {
        var settings = EnvironmentFinder.Find(workspace, name);
        if (settings.Value is null) return (null, settings.Diagnostics);

        var desired = DesiredStateReader.Read(workspace, settings.Value.Initiative);
        if (desired.Value is null) return (null, settings.Diagnostics.AddRange(desired.Diagnostics));

        var (session, diagnostics) = await DeploymentSession.OpenAsync(workspace, time, name, cancellationToken).ConfigureAwait(false);
        if (session is null) return (null, diagnostics);

        var target = new DeploymentTarget(session.Cloud.Endpoint, session.Cloud.Audience, settings.Value.Scope, settings.Value.Assignment);
        diagnostics = diagnostics.AddRange(target.Check(session.At));
        if (!diagnostics.Any(problem => problem.IsError))
            return (new EnvironmentSession(session, settings.Value, new ArmConnection(target, session.Credential, session.Handler), desired.Value), diagnostics);

        await session.DisposeAsync().ConfigureAwait(false);
        return (null, diagnostics);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.DisposeAsync();
}
