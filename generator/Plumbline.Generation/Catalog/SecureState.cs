using System.Collections.Immutable;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Catalog;

/// <summary>The secure state of the resources of one type, as the catalog describes it. Field names are as written.</summary>
/// <param name="Resource">The resource type.</param>
/// <param name="When">Which resources are meant, or null for all of the type.</param>
/// <param name="ForEach">Arrays of which every member has to be secure; empty when the resource itself is meant.</param>
/// <param name="Where">Which members are meant, or null for all.</param>
/// <param name="Require">What a secure resource (or member) satisfies; null when <paramref name="Related"/> is used.</param>
/// <param name="MissingIsViolation">Whether a condition on a missing property is violated or satisfied.</param>
/// <param name="Related">What must exist beside the resource, or null.</param>
public sealed record SecureState(
    string Resource,
    Condition? When,
    ImmutableArray<string> ForEach,
    Condition? Where,
    Condition? Require,
    bool MissingIsViolation,
    RelatedState? Related);

/// <summary>A related resource that must exist.</summary>
/// <param name="Name">Its name, or null for any.</param>
/// <param name="Require">What it satisfies, or null when it is enough that it exists.</param>
public sealed record RelatedState(string Type, string? Name, Condition? Require);

/// <summary>A second definition that repairs what the first one finds.</summary>
/// <param name="IsDeployment">Whether it deploys a template (deployIfNotExists) rather than modifies the resource.</param>
/// <param name="Details">The details of the effect, as written.</param>
public sealed record Fix(string Name, string Version, string DisplayName, string Description, bool IsDeployment, ObjectValue Details, YamlMapping Source);
