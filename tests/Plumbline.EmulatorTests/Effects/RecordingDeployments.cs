using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.EmulatorTests.Effects;

/// <summary>Deploys diagnostic settings: the resource that the parameter <c>id</c> names, as the tests' policies ask for. Remembers what it was asked.</summary>
internal sealed class RecordingDeployments(ArmStore store) : IPolicyDeployments
{
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableList<PolicyDeployment> asked = [];

    /// <summary>What was asked, in order.</summary>
    public ImmutableList<PolicyDeployment> Asked => asked;

    /// <summary>Names (the last segment of the id) whose deployment fails.</summary>
    public ImmutableHashSet<string> Failing { get; init; } = ["bad"];

    /// <summary>Whether deployments wait until they are let go.</summary>
    public bool Waits { get; set; }

    /// <summary>Lets all that wait go.</summary>
    public void Release()
    {
        Waits = false;
        gate.TrySetResult();
    }

    public async Task<PolicyDeploymentOutcome> RunAsync(PolicyDeployment deployment, CancellationToken cancellation)
    {
        ImmutableInterlocked.Update(ref asked, static (all, one) => all.Add(one), deployment);
        if (Waits) await gate.Task.WaitAsync(cancellation);
        var id = ((deployment.Parameters["id"] as ObjectValue)?["value"] as TextValue)?.Value ?? "";
        var name = id[(id.LastIndexOf('/') + 1)..];
        if (Failing.Contains(name)) return new(null, new ArmError(409, "Conflict", $"'{name}' cannot be deployed."));
        await store.ChangeAsync(state => (true, state.With(PolicyWorld.Document(id + "/providers/Microsoft.Insights/diagnosticSettings/log", """{"properties":{}}"""))));
        return new(null, null);
    }
}
