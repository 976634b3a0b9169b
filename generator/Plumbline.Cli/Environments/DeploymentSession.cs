using System.Collections.Immutable;
using Azure.Core;
using Azure.Identity;
using Plumbline.Arm;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Emulator;
using Plumbline.Emulator.Store;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Environments;

/// <summary>An environment with what is to be deployed there, and what a connection to it needs. Disposing it ends the embedded emulator, if there is one.</summary>
internal sealed class DeploymentSession : IAsyncDisposable
{
    private readonly EmulatorHost? emulator;

    private DeploymentSession(ConfiguredEnvironment configured, PolicyDocuments documents, ArmCloud cloud, EmulatorHost? emulator, TokenCredential credential, HttpMessageHandler? handler)
    {
        Configured = configured;
        Documents = documents;
        Cloud = cloud;
        Connection = new ArmConnection(cloud, credential, handler);
        this.emulator = emulator;
    }

    /// <summary>The environment as it is written.</summary>
    public ConfiguredEnvironment Configured { get; }

    /// <summary>What is to be there.</summary>
    public DeploymentEnvironment Environment => Configured.Deployment;

    /// <summary>The committed documents.</summary>
    public PolicyDocuments Documents { get; }

    /// <summary>Where the endpoint is.</summary>
    public ArmCloud Cloud { get; }

    /// <summary>The connection.</summary>
    public ArmConnection Connection { get; }

    /// <summary>Where the environment is configured.</summary>
    public SourceLocation At => new(emulator is null ? EnvironmentLoader.FileName : $"environment {EnvironmentLoader.Local}");

    /// <summary>Opens a session; null, with the reasons, when the environment or the documents cannot be used. Nothing is sent yet.</summary>
    /// <exception cref="EmulatorStartException">The embedded emulator cannot start.</exception>
    public static async Task<(DeploymentSession? Session, ImmutableArray<Diagnostic> Diagnostics)> OpenAsync(
        Workspace workspace, TimeProvider time, string name, CancellationToken cancellationToken)
    {
        var configured = EnvironmentLoader.Load(workspace, name);
        var documents = PolicyDocumentReader.Read(workspace);
        var diagnostics = configured.Diagnostics.AddRange(documents.Diagnostics);
        if (configured.Value is null || documents.Value is null) return (null, diagnostics);
        if (name != EnvironmentLoader.Local) return (Remote(workspace, configured.Value, documents.Value), diagnostics);

        var emulator = await LocalEmulator.StartAsync(workspace, time, cancellationToken).ConfigureAwait(false);
        var session = new DeploymentSession(
            configured.Value, documents.Value, ArmCloud.Local(emulator.Endpoint), emulator, new StaticTokenCredential(emulator.Token), PinnedCertificateHandler.For(emulator.Certificate));
        return (session, diagnostics);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The cloud of an environment.</summary>
    internal static ArmCloud CloudOf(ConfiguredEnvironment environment) => environment.Cloud switch
    {
        "government" => ArmCloud.UsGovernment,
        "china" => ArmCloud.China,
        "custom" or "local" when environment.Endpoint is { } endpoint => ArmCloud.Local(endpoint),
        _ => ArmCloud.Public,
    };

    private static DeploymentSession Remote(Workspace workspace, ConfiguredEnvironment configured, PolicyDocuments documents)
    {
        var cloud = CloudOf(configured);
        if (!cloud.Endpoint.IsLoopback) return new DeploymentSession(configured, documents, cloud, emulator: null, CredentialFor(cloud, configured.Deployment.TenantId), handler: null);

        var access = EmulatorAccess.Read(workspace);
        var handler = access.Certificate is { } certificate ? PinnedCertificateHandler.For(certificate) : null;
        return new DeploymentSession(configured, documents, cloud, emulator: null, new StaticTokenCredential(access.Token), handler);
    }

    // Environment variables, workload identity (federated tokens of a pipeline), managed identity, then the tools that somebody signed in with.
    private static DefaultAzureCredential CredentialFor(ArmCloud cloud, string? tenant) => new(new DefaultAzureCredentialOptions
    {
        AuthorityHost = cloud.AuthorityHost ?? AzureAuthorityHosts.AzurePublicCloud,
        TenantId = tenant,
    });
}
