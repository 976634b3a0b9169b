using System.Collections.Immutable;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Catalog;

/// <summary>A policy of the catalog.</summary>
/// <param name="Severity"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Remediation">How to make a resource compliant.</param>
public abstract record CatalogPolicy(string Severity, string Remediation, YamlMapping Source)
{
    /// <summary>The policy definition reference id in the initiative.</summary>
    public abstract string ReferenceId { get; }
}

/// <summary>A built-in definition, by reference.</summary>
/// <param name="DefinitionName">The name (a GUID) of the built-in definition.</param>
/// <param name="Version">The pinned version, such as <c>1.*.*</c>.</param>
/// <param name="Effect">The default of the lifted effect parameter, or null for the definition's own default.</param>
public sealed record BuiltInPolicy(
    string DefinitionName,
    string Version,
    string ReferenceId,
    string? Effect,
    ImmutableArray<ParameterUse> Parameters,
    string Severity,
    string Remediation,
    YamlMapping Source) : CatalogPolicy(Severity, Remediation, Source)
{
    /// <inheritdoc/>
    public override string ReferenceId { get; } = ReferenceId;
}

/// <summary>A definition the catalog itself describes.</summary>
/// <param name="Header">What both kinds of such definitions have.</param>
public abstract record CustomPolicy(DefinitionHeader Header, YamlMapping Source) : CatalogPolicy(Header.Severity, Header.Remediation, Source)
{
    /// <inheritdoc/>
    public override string ReferenceId => ReferenceIds.Of(Header.Name);
}

/// <summary>A definition made from a description of the secure state.</summary>
public sealed record SecureStatePolicy(DefinitionHeader Header, SecureState State, Fix? Fix, YamlMapping Source) : CustomPolicy(Header, Source);

/// <summary>A definition with a policy rule written out.</summary>
/// <param name="Rule">The policy rule as written.</param>
/// <param name="If">Its condition; null when it has errors.</param>
/// <param name="Existence">The existence condition of its effect, or null.</param>
public sealed record RawRulePolicy(DefinitionHeader Header, string Mode, ObjectValue Rule, Condition? If, Condition? Existence, YamlMapping Source) : CustomPolicy(Header, Source);

/// <summary>The properties of a custom definition beside its rule.</summary>
/// <param name="Name">The resource name; the file name is the same.</param>
/// <param name="IsDerived">Whether the rule uses aliases nobody has seen in a published list: generated, but left out of the initiative.</param>
/// <param name="Effects">The allowed effects; the first is the default.</param>
public sealed record DefinitionHeader(
    string Name,
    string Version,
    string DisplayName,
    string Description,
    string Severity,
    string Remediation,
    string? Note,
    bool IsDerived,
    ImmutableArray<string> Effects,
    ImmutableArray<CatalogParameter> Parameters);
