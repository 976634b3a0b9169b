using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Effects;

namespace Plumbline.Emulator.Remediations;

/// <summary>Everything by which policies act: on requests, by deployments after them, and by remediations.</summary>
internal sealed class PolicyActions : IAsyncDisposable
{
    private readonly PolicyDeploymentQueue queue;

    private PolicyActions(PolicyEnforcer enforcer, ResourceWriter writer, PolicyDeploymentQueue queue, RemediationRunner remediations, RemediatedPolicy policies)
    {
        this.queue = queue;
        Enforcer = enforcer;
        Writer = writer;
        Remediations = remediations;
        RemediationRules = new RemediationRules(policies);
        AttestationRules = new AttestationRules(policies);
    }

    /// <summary>What routes ask.</summary>
    public PolicyEnforcer Enforcer { get; }

    /// <summary>What deployments write with.</summary>
    public ResourceWriter Writer { get; }

    /// <summary>Runs remediations.</summary>
    public RemediationRunner Remediations { get; }

    /// <summary>Checks remediations.</summary>
    public RemediationRules RemediationRules { get; }

    /// <summary>Checks attestations.</summary>
    public AttestationRules AttestationRules { get; }

    /// <summary>Puts them together and goes on with interrupted remediations.</summary>
    /// <param name="store">The store.</param>
    /// <param name="policies">The assignments.</param>
    /// <param name="deployments">Runs the deployments of policies.</param>
    /// <param name="roles">Knows the rights of identities.</param>
    /// <param name="time">The clock.</param>
    /// <param name="records">Keeps records and events of writes; null keeps none.</param>
    public static PolicyActions Start(ArmStore store, PreparedPolicies policies, IPolicyDeployments deployments, IRoleChecker roles, TimeProvider time, IWriteRecords? records = null)
    {
        var effects = new EffectApplier(AliasTable.Published);
        var writer = new ResourceWriter(policies, effects, records);
        var deployer = new PolicyDeployer(deployments, roles);
        var queue = new PolicyDeploymentQueue(store, policies, deployer, time);
        var targets = new RemediationTargets(policies);
        var remediator = new ResourceRemediator(store, targets, deployer, writer, effects, queue, time);
        var runner = new RemediationRunner(store, new RemediationJob(store, targets, remediator, time));
        runner.Resume();
        return new PolicyActions(new PolicyEnforcer(writer, new ResourceDeleter(policies, records), queue), writer, queue, runner, new RemediatedPolicy(policies));
    }

    /// <summary>Waits until no remediation runs and no deployment waits.</summary>
    public async Task FinishAsync()
    {
        await Remediations.FinishAsync();
        await queue.FinishAsync();
    }

    /// <summary>Stops; remediations go on at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await Remediations.DisposeAsync();
        await queue.DisposeAsync();
    }
}
