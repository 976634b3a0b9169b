using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>A declared parameter of a definition or an initiative.</summary>
/// <param name="Name">As declared; compared without regard to case.</param>
/// <param name="Type">String, Array, Object, Boolean, Integer, Float or DateTime.</param>
/// <param name="DefaultValue">The default, or null when a value must be given.</param>
/// <param name="AllowedValues">The allowed values, compared with regard to case at assignment; empty when any value is.</param>
/// <param name="DisplayName">From the parameter's metadata.</param>
/// <param name="Description">From the parameter's metadata.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record PolicyParameter(
    string Name,
    string Type,
    PolicyValue? DefaultValue,
    ImmutableArray<PolicyValue> AllowedValues,
    string? DisplayName = null,
    string? Description = null,
    SourceLocation? Location = null);
