using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Environments;

/// <summary>An assignment as an environment declares it: one object at each scope.</summary>
/// <param name="Name">The resource name: at most 64 characters, 24 at a management group.</param>
/// <param name="Kind">What is assigned: a definition or an initiative.</param>
/// <param name="Target">The name of a committed document, or the id of a built-in.</param>
/// <param name="Scopes">Where it is assigned, as resource ids.</param>
/// <param name="At">Where it is declared.</param>
public sealed record AssignmentDeclaration(string Name, ArmObjectKind Kind, string Target, ImmutableArray<string> Scopes, SourceLocation At)
{
    /// <summary>What people see; null takes the target's.</summary>
    public string? DisplayName { get; init; }

    /// <summary>More for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Scopes below that are left out.</summary>
    public ImmutableArray<string> NotScopes { get; init; } = [];

    /// <summary>Values of parameters by name, plain; the <c>value</c> wrapper is added.</summary>
    public ObjectValue Parameters { get; init; } = new([]);

    /// <summary>Other effects for some policies, in order: the last one that chooses a policy counts.</summary>
    public ImmutableArray<EffectChoice> Effects { get; init; } = [];

    /// <summary>Policies that are switched off here, with the reason.</summary>
    public ImmutableArray<MemberExclusion> Exclusions { get; init; } = [];

    /// <summary><c>Default</c>, <c>DoNotEnforce</c> or <c>Enroll</c>.</summary>
    public string EnforcementMode { get; init; } = "Default";

    /// <summary>The identity that modify and deployIfNotExists act with; null gives a system-assigned one only when an effect needs one and a location is known.</summary>
    public IdentityDeclaration? Identity { get; init; }

    /// <summary>Selectors of resources, as ARM has them: <c>[{ name, selectors: [{ kind, in }] }]</c>.</summary>
    public ImmutableArray<ObjectValue> ResourceSelectors { get; init; } = [];

    /// <summary>What people are told of a violation.</summary>
    public ImmutableArray<MessageDeclaration> Messages { get; init; } = [];

    /// <summary>The pinned version of a built-in, such as <c>1.*.*</c>, or null.</summary>
    public string? DefinitionVersion { get; init; }

    /// <summary>Roles the identity gets beside those its policies need.</summary>
    public ImmutableArray<RoleGrant> AdditionalRoles { get; init; } = [];
}
