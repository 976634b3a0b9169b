using Plumbline.Generation.Yaml;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Catalog;

/// <summary>A parameter of a custom definition or of the initiative.</summary>
/// <param name="StrongType">The portal's picker, such as <c>omsWorkspace</c>, or null.</param>
/// <param name="Shared">The initiative parameter that gives the value, or null when it has one of its own.</param>
public sealed record CatalogParameter(PolicyParameter Declaration, string? StrongType, string? Shared, YamlMapping Source);

/// <summary>What the catalog says about a parameter of a built-in definition. Null members keep what the definition says.</summary>
/// <param name="Default">The default of the lifted initiative parameter.</param>
/// <param name="Shared">The initiative parameter that gives the value.</param>
/// <param name="Value">A constant that is passed; no initiative parameter then.</param>
public sealed record ParameterUse(
    string Name,
    PolicyValue? Default,
    string? DisplayName,
    string? Description,
    string? Shared,
    PolicyValue? Value,
    YamlMapping Source);
