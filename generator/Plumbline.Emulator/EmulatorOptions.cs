using System.Collections.Immutable;
using Plumbline.Emulator.Deployments;
using Plumbline.Emulator.Identity;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Emulator;

/// <summary>What an emulator starts with.</summary>
/// <param name="Port">The TCP port on 127.0.0.1; 0 takes a free one.</param>
/// <param name="SubscriptionId">The subscription that is there from the start, a GUID.</param>
/// <param name="TenantId">The tenant, a GUID.</param>
/// <param name="StateFile">Where the state is kept between runs; null keeps it in memory only.</param>
/// <param name="BuiltInDefinitions">The built-in policy definitions of the tenant: JSON with <c>name</c> and <c>properties</c>. Read-only to clients.</param>
/// <param name="SeedResources">Resources as ARM returns them, one JSON text each; read once, and only when there is no state file yet. No policy is enforced on them.</param>
/// <param name="Time">The clock of everything that is stamped.</param>
/// <param name="Token">The bearer token clients must send; null makes a random one.</param>
public sealed record EmulatorOptions(
    int Port,
    string SubscriptionId,
    string TenantId,
    string? StateFile,
    ImmutableArray<SourceText> BuiltInDefinitions,
    IEnumerable<string> SeedResources,
    TimeProvider Time,
    string? Token = null)
{
    /// <summary>Whether resource types that Azure's published schemas and aliases do not know are served, in any api-version that is a date.</summary>
    public bool AllowUnknownTypes { get; init; }

    /// <summary>The limits of requests a second. By default they only show in headers.</summary>
    public ThrottlingOptions Throttling { get; init; } = new();

    /// <summary>The fault plan to start with, as JSON (see <c>/emulator/faults</c>); null for none.</summary>
    public string? Faults { get; init; }

    /// <summary>The service principals that may sign in. The first is the one behind the bearer token.</summary>
    public ImmutableArray<EmulatorPrincipal> Principals { get; init; } = [EmulatorPrincipal.Owner, EmulatorPrincipal.Contributor, EmulatorPrincipal.Reader];

    /// <summary>Whether seeds stay in their own subscriptions; else all of them are moved into <see cref="SubscriptionId"/>.</summary>
    public bool KeepsSeedSubscriptions { get; init; }

    /// <summary>A port of 127.0.0.1 for http without TLS, for clients that cannot be told of a certificate; 0 takes a free one, null opens none.</summary>
    public int? HttpPort { get; init; }

    /// <summary>Microsoft's template engine, for templates that the emulator's own does not understand; null when it is not there.</summary>
    public ITemplateExpander? Templates { get; init; }

    /// <summary>The state to begin with, in place of seeds: the document that <c>GET /emulator/state</c> answers. Null begins with the seeds.</summary>
    public SourceText? Import { get; init; }

    /// <summary>An estate made by formula beside what is stored; null for none.</summary>
    public SyntheticOptions? Synthetic { get; init; }

    /// <summary>How often everything is evaluated by itself; Azure does every 24 hours. Null evaluates only what is written, and on demand.</summary>
    public TimeSpan? ScanInterval { get; init; }
}
