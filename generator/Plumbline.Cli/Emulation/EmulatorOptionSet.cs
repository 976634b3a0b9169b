using System.CommandLine;
using System.CommandLine.Parsing;
using Plumbline.Cli.Environments;

namespace Plumbline.Cli.Emulation;

/// <summary>The options of <c>plumbline emulator</c>.</summary>
internal sealed class EmulatorOptionSet
{
    private const string DefaultTenant = "11111111-1111-1111-1111-111111111111";

    private readonly Option<int> port = new("--port", "-p") { Description = "The port on 127.0.0.1 for https; 0 takes a free one", DefaultValueFactory = _ => 8443 };
    private readonly Option<int?> httpPort = new("--http-port") { Description = "A port on 127.0.0.1 for http without TLS as well; 0 takes a free one", HelpName = "port" };
    private readonly Option<string> state = new("--state") { Description = "Keep the state in this file: every write that was answered survives a kill. Without it the state is in memory", HelpName = "file" };
    private readonly Option<string[]> seed = new("--seed") { Description = "Resources to begin with: a folder, an inventory, a Bicep file or a template. No policy is enforced on them. May be repeated", HelpName = "path" };
    private readonly Option<string> import = new("--import") { Description = "Begin with a state that GET /emulator/state answered", HelpName = "file" };
    private readonly Option<string[]> builtIns = new("--built-ins") { Description = "Built-in definitions and initiatives: a folder, such as the one of the public repository, or a .jsonl or .jsonl.gz file. May be repeated", HelpName = "path" };
    private readonly Option<string> subscription = new("--subscription") { Description = "The subscription that is there from the start", HelpName = "id", DefaultValueFactory = _ => LocalEmulator.SubscriptionId };
    private readonly Option<string> tenant = new("--tenant") { Description = "The tenant", HelpName = "id", DefaultValueFactory = _ => DefaultTenant };
    private readonly Option<string> faults = new("--faults") { Description = "A fault plan, a JSON file: what goes wrong on purpose, for tests of clients", HelpName = "file" };
    private readonly Option<bool> throttle = new("--throttle") { Description = "Answer 429 where ARM's limits of requests are exceeded; without it they only show in headers" };
    private readonly Option<bool> unknownTypes = new("--allow-unknown-types") { Description = "Serve resource types that Azure's published schemas do not know" };
    private readonly Option<int?> scanEvery = new("--scan-every") { Description = "Evaluate everything by itself, every so many minutes", HelpName = "minutes" };
    private readonly Option<int?> synthetic = new("--synthetic") { Description = "Add an estate of this many resources with ten policy states each, made by formula as it is read", HelpName = "count" };

    /// <summary>Adds the options to the command.</summary>
    public void AddTo(Command command)
    {
        port.Validators.Add(result => RequirePort(result, result.GetValue(port), port.Name));
        httpPort.Validators.Add(result => RequirePort(result, result.GetValue(httpPort), httpPort.Name));
        subscription.Validators.Add(result => RequireGuid(result, subscription));
        tenant.Validators.Add(result => RequireGuid(result, tenant));
        scanEvery.Validators.Add(result => RequirePositive(result, scanEvery));
        synthetic.Validators.Add(result => RequirePositive(result, synthetic));
        foreach (var option in (Option[])[port, httpPort, state, seed, import, builtIns, subscription, tenant, faults, throttle, unknownTypes, scanEvery, synthetic]) command.Options.Add(option);
    }

    private static void RequirePort(OptionResult result, int? given, string name)
    {
        if (given is < 0 or > ushort.MaxValue) result.AddError($"{name} takes a port from 0 to {ushort.MaxValue}.");
    }

    private static void RequireGuid(OptionResult result, Option<string> option)
    {
        if (!Guid.TryParse(result.GetValue(option), out _)) result.AddError($"{option.Name} takes a GUID.");
    }

    private static void RequirePositive(OptionResult result, Option<int?> option)
    {
        if (result.GetValue(option) is < 1) result.AddError($"{option.Name} takes a number from 1.");
    }

    /// <summary>What is asked for.</summary>
    public EmulatorRequest Read(ParseResult parse, string folder) => new(
        folder,
        parse.GetValue(port),
        parse.GetValue(httpPort),
        parse.GetValue(state),
        [.. parse.GetValue(seed) ?? []],
        parse.GetValue(import),
        [.. parse.GetValue(builtIns) ?? []],
        parse.GetValue(subscription) ?? LocalEmulator.SubscriptionId,
        parse.GetValue(tenant) ?? DefaultTenant,
        parse.GetValue(faults),
        parse.GetValue(throttle),
        parse.GetValue(unknownTypes),
        parse.GetValue(scanEvery),
        parse.GetValue(synthetic));
}
