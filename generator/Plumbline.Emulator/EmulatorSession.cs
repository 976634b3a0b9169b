using Plumbline.Emulator.Deployments;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Faults;
using Plumbline.Emulator.Identity;
using Plumbline.Emulator.Remediations;
using Plumbline.Emulator.Insights;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Synthetic;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator;

/// <summary>The parts of a running emulator, put together; everything but the web server.</summary>
internal sealed class EmulatorSession : IAsyncDisposable
{
    // Other writers have to wait while the records of this many resources are kept.
    private const int ScanChunk = 20_000;

    private readonly ScanRunner runner;
    private readonly PolicyActions actions;
    private readonly DeploymentRunner deployments;
    private readonly ArmStore store;

    private EmulatorSession(BearerToken token, ArmPipeline pipeline, ScanRunner runner, PolicyActions actions, DeploymentRunner deployments, ArmStore store)
    {
        Token = token;
        Pipeline = pipeline;
        this.runner = runner;
        this.actions = actions;
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
        var evaluator = new PolicyEvaluator(AliasTable.Published);
        var policies = new PreparedPolicies(new AssignmentEvaluator(evaluator.Judge));
        var store = OpenStore(options, policies);
        _ = store.ChangeAsync(state => (true, (ArmState?)InterruptedDeployments.Fail(state, options.Time.GetUtcNow())));
        var runner = StartScans(store, policies, options);

        // What deploys needs the routes, and the routes need what deploys: whoever comes first waits for the other.
        var resources = new TaskCompletionSource<ArmRouter>();
        var deployments = new DeploymentRunner(store, new DeploymentWrites(() => resources.Task.GetAwaiter().GetResult()), new DeploymentPlanner(options.Templates), options.Time);
        var actions = PolicyActions.Start(store, policies, new TrackedDeployments(new TemplateDeployments(deployments, options), store, options.Time), new StoredRoles(), options.Time, new WriteRecords());
        var records = new RecordReader(evaluator, store.Current.Virtual is SyntheticEstate estate ? new SyntheticRecords(estate) : null);
        var gateway = new Gateway(options.Throttling, Plan(options.Faults), options.Time);
        var table = RouteTable.Create(actions, policies, runner, records, gateway.Control, options.AllowUnknownTypes);
        resources.SetResult(table);
        var router = table.After([.. new DeploymentRoutes(store, deployments, new WhatIfResults()).All, .. DeploymentReadRoutes.All]);
        var token = new BearerToken(options.Token ?? BearerToken.Random());
        var identity = IdentityServices.Create(options, token, () => store.Current);
        return new EmulatorSession(token, new ArmPipeline(store, router, identity, gateway, options.Time), runner, actions, deployments, store);
    }

    /// <summary>Waits for scans that run, and for writes to be kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await deployments.FinishAsync();
        await runner.FinishAsync();
        await actions.DisposeAsync();
        await store.DisposeAsync();
    }

    private static ScanRunner StartScans(ArmStore store, PreparedPolicies policies, EmulatorOptions options)
    {
        var scan = new ComplianceScan(policies);
        var runner = new ScanRunner(scope => ScanAsync(store, scan, scope, options.Time));
        if (options.ScanInterval is { } interval) runner.Schedule(options.Time, interval, () => store.Current.OfType(ResourceTypes.Subscription).Select(subscription => subscription.Id));
        return runner;
    }

    private static ArmStore OpenStore(EmulatorOptions options, PreparedPolicies policies)
    {
        if (options.StateFile is not { } path) return new ArmStore(SyntheticStart.Add(InitialState.Build(options, policies), options.Synthetic, policies));
        var journal = SqliteJournal.Open(path);
        try
        {
            return new ArmStore(SyntheticStart.Add(InitialState.Open(options, journal, policies), options.Synthetic, policies), journal);
        }
        catch (EmulatorStartException)
        {
            journal.Dispose();
            throw;
        }
    }

    private static FaultPlan Plan(string? json)
    {
        if (json is null) return FaultPlan.None;
        var (plan, problems) = FaultPlanReader.Read(json);
        return plan ?? throw new EmulatorStartException($"The fault plan cannot be used. {string.Join(" ", problems)}");
    }

    // The scan reads one state; its records are kept on top of whatever was written meanwhile.
    private static async Task ScanAsync(ArmStore store, ComplianceScan scan, ResourceId scope, TimeProvider time)
    {
        foreach (var verdicts in scan.Run(store.Current, scope, time.GetUtcNow()).Chunk(ScanChunk))
            await store.ChangeAsync(state => (verdicts.Length, ComplianceScan.Keep(state, verdicts)));
    }
}
