using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Plumbline.Arm.Deployment;

/// <summary>One object of a plan.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its resource name.</param>
/// <param name="Id">Its ARM id.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Differences">With <see cref="ChangeAction.Update"/>, what is different; else empty.</param>
/// <param name="Body">What is PUT; null for an object that is not wanted.</param>
/// <param name="File">The document it comes from; the endpoint for an object that is not wanted.</param>
public sealed record PlannedChange(
    ArmObjectKind Kind,
    string Name,
    string Id,
    ChangeAction Action,
    ImmutableArray<PropertyDifference> Differences,
    JObject? Body,
    string File);

/// <summary>What is to be done with an object.</summary>
public enum ChangeAction
{
    /// <summary>It does not exist.</summary>
    Create,

    /// <summary>It exists and is different.</summary>
    Update,

    /// <summary>It exists as wanted.</summary>
    NoChange,

    /// <summary>It was deployed earlier and is not wanted any more; it is kept.</summary>
    Orphan,

    /// <summary>As <see cref="Orphan"/>, and its deletion was asked for.</summary>
    Delete,
}
