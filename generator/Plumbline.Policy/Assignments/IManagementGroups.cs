using System.Collections.Immutable;

namespace Plumbline.Policy.Assignments;

/// <summary>The management groups above subscriptions.</summary>
public interface IManagementGroups
{
    /// <summary>The names of the management groups that hold a subscription, the nearest first; none when it is not known.</summary>
    /// <param name="subscription">The subscription's GUID, compared without regard to case.</param>
    ImmutableArray<string> Above(string subscription);
}
