using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Emulator;
using Plumbline.Emulator.Store;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Environments;

/// <summary>The built-in environment <c>local</c>: an embedded emulator with the sample estate, whose state lives in <c>.plumbline/local</c>.</summary>
internal static class LocalEmulator
{
    /// <summary>The file that keeps the emulator's state between commands.</summary>
    public const string StateFile = ".plumbline/local/state.db";

    /// <summary>The state file with the two that SQLite keeps beside it while it is open, or after it was killed.</summary>
    public static ImmutableArray<string> StateFiles { get; } = [StateFile, StateFile + "-wal", StateFile + "-shm"];

    /// <summary>The subscription of the sample estate.</summary>
    public const string SubscriptionId = "0f9c2a5e-7b1d-4c8a-9e36-5d2f8a7b4c10";

    private const string TenantId = "7d3f0b1c-52a4-4e6e-8c19-2b6f4d8a9e05";
    private const string Estate = "tests/resources/estate";
    private const string ParameterFile = Estate + "/assignment-parameters.json";

    /// <summary>What <c>plumbline.yaml</c> would say of it.</summary>
    public static ParseResult<ConfiguredEnvironment> Environment(Workspace workspace)
    {
        var (parameters, diagnostics) = Parameters(workspace);
        if (parameters is null) return new ParseResult<ConfiguredEnvironment>(null, diagnostics);

        var (at, scope) = (new SourceLocation($"environment {EnvironmentLoader.Local}"), $"/subscriptions/{SubscriptionId}");
        var assignment = new AssignmentDeclaration("azure-container-apps", ArmObjectKind.PolicySetDefinition, "azure-container-apps", [scope], at)
        {
            DisplayName = "Azure Container Apps security baseline",
            Parameters = parameters,
            Identity = new IdentityDeclaration(null, "westeurope"),
        };
        var deployment = new DeploymentEnvironment(EnvironmentLoader.Local, "Local", TenantId, scope, EnvironmentReader.LocalOwnerId, at) { Assignments = [assignment] };
        return new ParseResult<ConfiguredEnvironment>(new ConfiguredEnvironment(deployment, "local", null, []), diagnostics);
    }

    /// <summary>Starts it on a free port of the loopback interface.</summary>
    /// <exception cref="EmulatorStartException">The state file or a seed cannot be used; the message says what to do.</exception>
    public static Task<EmulatorHost> StartAsync(Workspace workspace, TimeProvider time, CancellationToken cancellationToken) =>
        EmulatorHost.StartAsync(Options(workspace, time, port: 0, token: null), cancellationToken);

    /// <summary>What an emulator with the sample estate starts with.</summary>
    public static EmulatorOptions Options(Workspace workspace, TimeProvider time, int port, string? token) => new(
        port,
        SubscriptionId,
        TenantId,
        workspace.PathOf(StateFile),
        workspace.ReadAll("generator/catalog/builtins", "*.json"),
        [.. workspace.ReadAll(Estate, "*.json").Where(source => source.File != ParameterFile).Select(source => source.Text)],
        time,
        token)
    {
        Templates = DeploymentSnapshots.Find(),
    };

    private static (ObjectValue? Parameters, ImmutableArray<Diagnostic> Diagnostics) Parameters(Workspace workspace)
    {
        if (workspace.Read(ParameterFile) is not { } source) return (PolicyValueReader.Object(), []);

        var parsed = PositionedJson.Parse(source);
        var values = parsed.Value?.Properties().Select(parameter => KeyValuePair.Create(parameter.Name, PolicyValueReader.FromToken(parameter.Value["value"] ?? JValue.CreateNull())));
        return (values is null ? null : new ObjectValue([.. values]), parsed.Diagnostics);
    }
}
