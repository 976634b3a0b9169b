using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>A node of an assignment tree; also a branch, once nodes are put together from the root down.</summary>
/// <param name="Path">Its name, with the names of the nodes above it.</param>
/// <param name="At">Where it stands.</param>
internal sealed record PacNode(string Path, SourceLocation At)
{
    /// <summary>What is assigned; empty when a node above or below says so.</summary>
    public ImmutableArray<PacEntry> Entries { get; init; } = [];

    /// <summary>The texts of the assignment.</summary>
    public PacNames Names { get; init; } = PacNames.None;

    /// <summary>Where it is assigned, by environment; null when the node does not say.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>>? Scope { get; init; }

    /// <summary>What is left out, by environment; <c>*</c> stands for all.</summary>
    public ImmutableArray<KeyValuePair<string, string>> NotScopes { get; init; } = [];

    /// <summary>Values of parameters.</summary>
    public ObjectValue Parameters { get; init; } = new([]);

    /// <summary>The name of the parameter file, or null.</summary>
    public string? ParameterFile { get; init; }

    /// <summary>The start of the columns of the parameter file, or null.</summary>
    public string? ParameterSelector { get; init; }

    /// <summary>The column of messages, or null.</summary>
    public string? MessageColumn { get; init; }

    /// <summary>Overrides.</summary>
    public ImmutableArray<PacOverride> Overrides { get; init; } = [];

    /// <summary>Selectors of resources.</summary>
    public ImmutableArray<ObjectValue> Selectors { get; init; } = [];

    /// <summary>The enforcement mode, or null.</summary>
    public string? EnforcementMode { get; init; }

    /// <summary>Messages.</summary>
    public ImmutableArray<MessageDeclaration> Messages { get; init; } = [];

    /// <summary>The region of identities by environment.</summary>
    public ImmutableDictionary<string, string> IdentityLocations { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>User-assigned identities, by environment, each for a document or for all (null).</summary>
    public ImmutableArray<(string Selector, string? Target, string Identity)> Identities { get; init; } = [];

    /// <summary>Additional roles, by environment.</summary>
    public ImmutableArray<KeyValuePair<string, RoleGrant>> Roles { get; init; } = [];

    /// <summary>The clouds it is for; empty for all.</summary>
    public ImmutableArray<string> Clouds { get; init; } = [];

    /// <summary>Whether the branch is switched off.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>The nodes below.</summary>
    public ImmutableArray<PacNode> Children { get; init; } = [];

    /// <summary>The branch that goes on with a node: texts are put together, lists add up, of single values the last one counts.</summary>
    public PacNode Then(PacNode child) => child with
    {
        Path = Path + child.Path,
        Entries = child.Entries.IsEmpty ? Entries : child.Entries,
        Names = Names.Then(child.Names),
        Scope = child.Scope ?? Scope,
        NotScopes = [.. NotScopes, .. child.NotScopes],
        Parameters = Over(Parameters, child.Parameters),
        ParameterFile = child.ParameterFile ?? ParameterFile,
        ParameterSelector = child.ParameterSelector ?? ParameterSelector,
        MessageColumn = child.MessageColumn ?? MessageColumn,
        Overrides = [.. Overrides, .. child.Overrides],
        Selectors = [.. Selectors, .. child.Selectors],
        EnforcementMode = child.EnforcementMode ?? EnforcementMode,
        Messages = [.. Messages, .. child.Messages],
        IdentityLocations = IdentityLocations.SetItems(child.IdentityLocations),
        Identities = [.. Identities, .. child.Identities],
        Roles = [.. Roles, .. child.Roles],
        Clouds = child.Clouds.IsEmpty ? Clouds : child.Clouds,
        IsIgnored = IsIgnored || child.IsIgnored,
    };

    private static ObjectValue Over(ObjectValue first, ObjectValue second) => new(
    [
        .. first.Properties.Where(value => second[value.Key] is UndefinedValue),
        .. second.Properties,
    ]);
}
