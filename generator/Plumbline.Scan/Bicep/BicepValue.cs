using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Bicep;

/// <summary>A value in a Bicep file as far as it is written out: an object, an array, or an expression, which has no parts here.</summary>
/// <param name="Properties">The properties of an object in the order of the text.</param>
/// <param name="Items">The members of an array.</param>
/// <param name="IsLoop">Whether the one member stands for all that a loop makes.</param>
public sealed record BicepValue(ImmutableArray<BicepProperty> Properties, ImmutableArray<BicepItem> Items, bool IsLoop)
{
    /// <summary>An expression.</summary>
    public static BicepValue Expression { get; } = new([], [], false);
}

/// <summary>A property and the place of its name.</summary>
public sealed record BicepProperty(string Name, TextSpan Span, BicepValue Value);

/// <summary>A member of an array and its place.</summary>
public sealed record BicepItem(TextSpan Span, BicepValue Value);
