using System.CommandLine;
using System.Text;
using Azure.Identity;
using Plumbline.Arm;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline aliases pull</c>: fetches an endpoint's alias catalogue into a file, for <c>--aliases</c>.</summary>
internal static class AliasesPullCommand
{
    private const string DefaultFile = "aliases.json";
    private static readonly SourceLocation Here = new("plumbline aliases pull");

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console, CliWorld world, Func<ParseResult, string> folder)
    {
        var endpoint = new Argument<Uri?>("endpoint") { Description = "The address of Azure Resource Manager; Azure's own when left out", Arity = ArgumentArity.ZeroOrOne, CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) ? uri : new Uri("invalid:" + Uri.EscapeDataString(result.Tokens[0].Value)) };
        var subscription = new Option<string?>("--subscription") { Description = "The id of a subscription", HelpName = "id" };
        var environment = new Option<string?>("--environment") { Description = "An environment of plumbline.yaml, or 'local', instead of an endpoint", HelpName = "name" };
        var output = new Option<string?>("--output") { Description = $"The file to write; {DefaultFile} of the checkout, or here, when left out", HelpName = "file" };
        var command = new Command("pull", "Fetch the alias catalogue of Azure, or of an emulator, into a file") { endpoint, subscription, environment, output };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var start = folder(parse);
            var file = parse.GetValue(output) is { } given ? Path.Combine(start, given) : Path.Combine(Workspace.Find(start)?.Root ?? start, DefaultFile);
            var code = parse.GetValue(environment) is { } name
                ? await FromEnvironmentAsync(console, world, start, name, file, cancellationToken).ConfigureAwait(false)
                : await FromEndpointAsync(console, start, parse.GetValue(endpoint), parse.GetValue(subscription), file, cancellationToken).ConfigureAwait(false);
            return (int)code;
        });
        return command;
    }

    private static async Task<ExitCode> FromEnvironmentAsync(CliConsole console, CliWorld world, string start, string name, string file, CancellationToken cancellationToken)
    {
        if (Workspace.Find(start) is not { } workspace)
        {
            console.Report([DiagnosticCatalog.NoWorkspace(new SourceLocation(start))], _ => null);
            return ExitCode.Usage;
        }

        return await EnvironmentCommands.RunAsync(
            new CommandContext(console, workspace, start, world),
            name,
            session => PullAsync(console, session.Connection, session.Environment.DefinitionScope, file, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ExitCode> FromEndpointAsync(
        CliConsole console, string start, Uri? endpoint, string? subscription, string file, CancellationToken cancellationToken)
    {
        var cloud = endpoint is null ? ArmCloud.Public : ArmCloud.All.FirstOrDefault(known => known.Endpoint.Host == endpoint.Host) ?? ArmCloud.Local(endpoint);
        var scope = $"/subscriptions/{subscription}";
        var problem = subscription is null ? "no subscription is given"
            : cloud.Endpoint.Scheme != Uri.UriSchemeHttps ? $"the endpoint '{cloud.Endpoint}' is not https, so no token is sent to it"
            : ArmScope.Parse(scope) is null ? $"'{subscription}' is not the id of a subscription" : null;
        if (problem is not null)
        {
            console.Report([DiagnosticCatalog.AliasEndpointNotUsable(Here, problem)], _ => null);
            return ExitCode.Usage;
        }

        return await PullAsync(console, Connect(start, cloud), scope, file, cancellationToken).ConfigureAwait(false);
    }

    private static ArmConnection Connect(string start, ArmCloud cloud)
    {
        if (!cloud.Endpoint.IsLoopback)
            return new ArmConnection(cloud, new DefaultAzureCredential(new DefaultAzureCredentialOptions { AuthorityHost = cloud.AuthorityHost ?? AzureAuthorityHosts.AzurePublicCloud }));

        var access = Workspace.Find(start) is { } workspace ? EmulatorAccess.Read(workspace) : new EmulatorAccess("none", null);
        return new ArmConnection(cloud, new StaticTokenCredential(access.Token), access.Certificate is { } certificate ? PinnedCertificateHandler.For(certificate) : null);
    }

    private static async Task<ExitCode> PullAsync(CliConsole console, ArmConnection connection, string scope, string file, CancellationToken cancellationToken)
    {
        var read = await new AliasCatalogueClient(connection).ReadAsync(scope, Here, cancellationToken).ConfigureAwait(false);
        console.Report(read.Diagnostics, _ => null);
        if (read.Value is null) return read.Failure is { } failure ? EnvironmentCommands.CodeOf(failure) : ExitCode.RemoteFailure;

        AtomicFile.Write(file, Encoding.UTF8.GetString(read.Value));
        console.WriteLine($"{file} written.");
        return ExitCode.Success;
    }
}
