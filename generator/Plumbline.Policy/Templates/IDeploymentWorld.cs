using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>The resources that a template may refer to.</summary>
public interface IDeploymentWorld
{
    /// <summary>Whether a resource that is not here does not exist: true while a deployment runs, false before.</summary>
    bool IsFinal { get; }

    /// <summary>The resource as ARM returns it, subscriptions and resource groups included; null when it is not here.</summary>
    ObjectValue? Resource(string id);
}
