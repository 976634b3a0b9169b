using Plumbline.Emulator.Deployments;
using Plumbline.Emulator.Enforcement;
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
    private readonly DeploymentRunner deployments;
    private readonly ArmStore store;

    private EmulatorSession(BearerToken token, ArmPipeline pipeline, ScanRunner runner, DeploymentRunner deployments, ArmStore store)
    {
        Token = token;
        Pipeline = pipeline;
        this.runner = runner;
        this.deployments = deployments;
        this.store = store;
    }

    /// <summary>What opens the endpoint.</summary>
    public BearerToken Token { get; }

    /// <summary>What answers.</summary>
    public ArmPipeline Pipeline { get; }

    /// <summary>Reads the state and puts the parts together.</summary>
    /// <exception cref="EmulatorStartException">The state file, a seed or a built-in cannot be used.</exception>
    public static EmulatorSession Open(EmulatorOptions options)
    {
        var store = OpenStore(options);
        var policies = new PreparedPolicies(new AssignmentEvaluator(new PolicyEvaluator(AliasTable.Published).Evaluate));
        var scan = new ComplianceScan(policies);
        var runner = new ScanRunner(scope => ScanAsync(store, scan, scope, options.Time));
        var resources = RouteTable.Create(new PolicyEnforcer(policies), runner);
        var deployments = new DeploymentRunner(store, new DeploymentWrites(resources), new DeploymentPlanner(options.Templates), options.Time);
        var router = resources.After([.. new DeploymentRoutes(store, deployments, new WhatIfResults()).All, .. DeploymentReadRoutes.All]);
        _ = store.ChangeAsync(state => (true, (ArmState?)InterruptedDeployments.Fail(state, options.Time.GetUtcNow())));
        var token = new BearerToken(options.Token ?? BearerToken.Random());
        return new EmulatorSession(token, new ArmPipeline(store, router, token, options.TenantId, options.Time), runner, deployments, store);
    }

    /// <summary>Waits for scans that run, and for writes to be kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await deployments.FinishAsync();
        await runner.FinishAsync();
        await store.DisposeAsync();
    }

    private static ArmStore OpenStore(EmulatorOptions options)
    {
        if (options.StateFile is not { } path) return new ArmStore(InitialState.Build(options));
        var journal = SqliteJournal.Open(path);
        try
        {
            return new ArmStore(InitialState.Open(options, journal), journal);
        }
        catch (EmulatorStartException)
        {
            journal.Dispose();
            throw;
        }
    }

    // The scan reads one state; its records are kept on top of whatever was written meanwhile.
    private static async Task ScanAsync(ArmStore store, ComplianceScan scan, ResourceId scope, TimeProvider time)
    {
        var records = scan.Run(store.Current, scope, time.GetUtcNow());
        await store.ChangeAsync(state => (records.Length, ComplianceScan.Keep(state, scope, records)));
    }
}
