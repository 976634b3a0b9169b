using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>A deployment that somebody asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">The scope that it goes to.</param>
/// <param name="Template">The template.</param>
/// <param name="Parameters">The values of parameters; among them secure ones, which are not to be shown.</param>
/// <param name="Mode"><c>Incremental</c> or <c>Complete</c>.</param>
/// <param name="Location">Where it keeps its data; null at a resource group.</param>
/// <param name="Request">The request, for the principal and for links.</param>
internal sealed record RequestedDeployment(
    ResourceId Id,
    DeploymentPlace Place,
    ObjectValue Template,
    ImmutableDictionary<string, PolicyValue> Parameters,
    string Mode,
    string? Location,
    ArmRequest Request)
{
    /// <summary>The tags of the deployment itself.</summary>
    public JsonObject? Tags { get; init; }

    /// <summary>The <c>debugSetting</c>, as sent.</summary>
    public JsonObject? DebugSetting { get; init; }

    /// <summary>The <c>onErrorDeployment</c>, as sent.</summary>
    public JsonObject? OnError { get; init; }

    /// <summary>Ties all that the deployment does together.</summary>
    public Guid CorrelationId { get; init; } = Request.RequestId;

    /// <summary>Whether it empties its resource group of all else.</summary>
    public bool IsComplete => Mode == "Complete";

    /// <summary>What its template may ask about it.</summary>
    public DeploymentFacts Facts => new(
        Id.Name, Location, Mode, Request.Now, $"{Id.Text.ToUpperInvariant()}/{CorrelationId}", Request.Caller.ObjectId, AzureEnvironment.Public(Place.TenantId));
}
