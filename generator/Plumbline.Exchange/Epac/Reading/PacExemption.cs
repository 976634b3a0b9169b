using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>An exemption as a file has it.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Name">Its name, or null.</param>
internal sealed record PacExemption(SourceLocation At, string? Name)
{
    /// <summary>What people see, or null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The category, or null.</summary>
    public string? Category { get; init; }

    /// <summary>When it ends, or null.</summary>
    public string? ExpiresOn { get; init; }

    /// <summary>What is exempt; a scope may have a label and a colon before it.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>What it is from, or null.</summary>
    public ExemptionTarget? Target { get; init; }

    /// <summary>The reference ids it is limited to.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Selectors of resources.</summary>
    public ImmutableArray<ObjectValue> Selectors { get; init; } = [];

    /// <summary>Whether the scope is checked, or null.</summary>
    public string? Validation { get; init; }

    /// <summary>What else is said of it.</summary>
    public ObjectValue Metadata { get; init; } = new([]);
}
