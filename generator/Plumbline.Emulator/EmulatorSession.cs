using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Identity;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator;

/// <summary>The parts of a running emulator, put together; everything but the web server.</summary>
internal sealed class EmulatorSession : IAsyncDisposable
{
    private readonly ScanRunner runner;
    private readonly StateSaver? saver;

    private EmulatorSession(BearerToken token, ArmPipeline pipeline, ScanRunner runner, StateSaver? saver)
    {
        Token = token;
        Pipeline = pipeline;
        this.runner = runner;
        this.saver = saver;
    }

    /// <summary>What opens the endpoint.</summary>
    public BearerToken Token { get; }

    /// <summary>What answers.</summary>
    public ArmPipeline Pipeline { get; }

    /// <summary>Reads the state and puts the parts together.</summary>
    /// <exception cref="EmulatorStartException">The state file, a seed or a built-in cannot be used.</exception>
    public static EmulatorSession Open(EmulatorOptions options)
    {
        var store = new ArmStore(InitialState.Build(options));
        var saver = options.StateFile is { } path ? new StateSaver(() => StateFile.Write(path, store.Current)) : null;
        if (saver is not null) store.Changed += saver.Request;
        var evaluator = new AssignmentEvaluator(new PolicyEvaluator(AliasTable.Published).Evaluate);
        var scan = new ComplianceScan(evaluator);
        var runner = new ScanRunner(scope => Scan(store, scan, scope, options.Time));
        var router = RouteTable.Create(new PolicyEnforcer(evaluator), runner);
        var token = new BearerToken(options.Token ?? BearerToken.Random());
        var identity = IdentityServices.Create(options, token);
        return new EmulatorSession(token, new ArmPipeline(store, router, identity, options.Time, () => saver?.Retry()), runner, saver);
    }

    /// <summary>Waits for scans that run and saves what was not saved yet.</summary>
    /// <exception cref="IOException">The state could not be saved.</exception>
    public async ValueTask DisposeAsync()
    {
        await runner.FinishAsync();
        if (saver is not null) await saver.DisposeAsync();
    }

    // The scan reads one state; its records are kept on top of whatever was written meanwhile.
    private static void Scan(ArmStore store, ComplianceScan scan, ResourceId scope, TimeProvider time)
    {
        var records = scan.Run(store.Current, scope, time.GetUtcNow());
        store.Change(state => (records.Length, ComplianceScan.Keep(state, scope, records)));
    }
}
