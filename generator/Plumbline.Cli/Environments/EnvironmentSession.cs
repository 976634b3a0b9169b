using System.Collections.Immutable;
using Azure.Identity;
using Plumbline.Arm;
using Plumbline.Arm.Deployment;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Emulator;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Environments;

/// <summary>A connection to an environment with what is to be deployed there. Disposing it ends the embedded emulator, if there is one.</summary>
internal sealed class EnvironmentSession : IAsyncDisposable
{
    private readonly EmulatorHost? emulator;

    private EnvironmentSession(EnvironmentSettings settings, ArmConnection connection, DesiredState desired, EmulatorHost? emulator)
    {
        Settings = settings;
        Connection = connection;
        Desired = desired;
        this.emulator = emulator;
    }

    /// <summary>What the configuration says.</summary>
    public EnvironmentSettings Settings { get; }

    /// <summary>The connection.</summary>
    public ArmConnection Connection { get; }

    /// <summary>The generated documents, without the definitions that the initiative leaves out.</summary>
    public DesiredState Desired { get; }

    /// <summary>Where the environment is configured.</summary>
    public SourceLocation At => new(emulator is null ? EnvironmentFinder.FileName : $"environment {EnvironmentSettings.Local}");

    /// <summary>Opens a session; null, with the reasons, when the environment or the generated documents cannot be used.</summary>
    /// <exception cref="EmulatorStartException">The embedded emulator cannot start.</exception>
    public static async Task<(EnvironmentSession? Session, ImmutableArray<Diagnostic> Diagnostics)> OpenAsync(
        Workspace workspace, TimeProvider time, string name, CancellationToken cancellationToken)
    {
        var settings = EnvironmentFinder.Find(workspace, name);
        if (settings.Value is null) return (null, settings.Diagnostics);

        var desired = DesiredStateReader.Read(workspace, settings.Value.Initiative);
        if (desired.Value is null) return (null, settings.Diagnostics.AddRange(desired.Diagnostics));

        if (name == EnvironmentSettings.Local)
        {
            var emulator = await LocalEmulator.StartAsync(workspace, time, cancellationToken).ConfigureAwait(false);
            return (new EnvironmentSession(settings.Value, Connect(settings.Value, emulator), desired.Value, emulator), settings.Diagnostics);
        }

        var cloud = CloudOf(settings.Value);
        var target = new DeploymentTarget(cloud.Endpoint, cloud.Audience, settings.Value.Scope, settings.Value.Assignment);
        var problems = settings.Diagnostics.AddRange(target.Check(new SourceLocation(EnvironmentFinder.FileName)));
        return problems.Any(problem => problem.IsError)
            ? (null, problems)
            : (new EnvironmentSession(settings.Value, Connect(workspace, cloud, target), desired.Value, emulator: null), problems);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static ArmConnection Connect(EnvironmentSettings settings, EmulatorHost emulator)
    {
        var cloud = ArmCloud.Local(emulator.Endpoint);
        var target = new DeploymentTarget(cloud.Endpoint, cloud.Audience, settings.Scope, settings.Assignment);
        return new ArmConnection(target, new StaticTokenCredential(emulator.Token), PinnedCertificateHandler.For(emulator.Certificate));
    }

    private static ArmConnection Connect(Workspace workspace, ArmCloud cloud, DeploymentTarget target)
    {
        if (!target.Endpoint.IsLoopback)
            return new ArmConnection(target, new DefaultAzureCredential(new DefaultAzureCredentialOptions { AuthorityHost = cloud.AuthorityHost ?? AzureAuthorityHosts.AzurePublicCloud }));

        var access = EmulatorAccess.Read(workspace);
        return new ArmConnection(target, new StaticTokenCredential(access.Token), access.Certificate is { } certificate ? PinnedCertificateHandler.For(certificate) : null);
    }

    private static ArmCloud CloudOf(EnvironmentSettings settings) => settings.Cloud switch
    {
        "government" => ArmCloud.UsGovernment,
        "china" => ArmCloud.China,
        "custom" when settings.Endpoint is { } endpoint => ArmCloud.Local(endpoint),
        _ => ArmCloud.Public,
    };
}
