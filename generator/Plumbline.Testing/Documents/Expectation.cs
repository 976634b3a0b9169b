using System.Collections.Immutable;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Testing.Resources;

namespace Plumbline.Testing.Documents;

/// <summary>What a test expects. What is null or empty is not compared.</summary>
/// <param name="Compliance"><c>NonCompliant</c>, <c>Compliant</c>, <c>NotApplicable</c>, <c>Unknown</c>, <c>Protected</c> or <c>Error</c>.</param>
/// <param name="Source">What this was read from: a mapping, or a text of the compliance alone.</param>
public sealed record Expectation(string? Compliance, YamlNode Source)
{
    /// <summary>The effect that takes place, or <c>none</c>.</summary>
    public string? Effect { get; init; }

    /// <summary>Whether the rule matches.</summary>
    public bool? Matched { get; init; }

    /// <summary>Whether the definition applies.</summary>
    public bool? Applicable { get; init; }

    /// <summary>The deciding conditions, or parts of them.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>The whole changed resource.</summary>
    public ObjectValue? Resource { get; init; }

    /// <summary>Values in the changed resource; null where nothing is.</summary>
    public ImmutableArray<ResourceEdit> Changes { get; init; } = [];

    /// <summary>Whether the write is refused.</summary>
    public bool? Denied { get; init; }

    /// <summary>A part of the message of the refusal.</summary>
    public string? Message { get; init; }

    /// <summary><c>none</c>, <c>unsatisfied</c> or <c>satisfied</c>.</summary>
    public string? Existing { get; init; }

    /// <summary>The states of an initiative's members, by reference id.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Policies { get; init; } = [];

    /// <summary>Where a part of it stands.</summary>
    /// <param name="key">The key, such as <c>compliance</c>.</param>
    public SourceLocation LocationOf(string key) => (Source as YamlMapping)?.LocationOf(key) ?? Source.Location;
}
