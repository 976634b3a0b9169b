using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>An object as it is to be.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Body">The body to PUT.</param>
/// <param name="At">Where it is declared.</param>
internal sealed record DesiredObject(ArmObjectKind Kind, string Id, ObjectValue Body, SourceLocation At)
{
    /// <summary>What people call it.</summary>
    public string Title { get; init; } = "";

    /// <summary>The object it takes the place of, or null.</summary>
    public ArmObject? Supersedes { get; init; }

    /// <summary>Why it cannot be an update of <see cref="Supersedes"/>.</summary>
    public string[] Refusals { get; init; } = [];

    /// <summary>The resource name.</summary>
    public string Name => Id[(Id.LastIndexOf('/') + 1)..];

    /// <summary>The properties of the body.</summary>
    public ObjectValue Properties => (ObjectValue)Body["properties"];
}
