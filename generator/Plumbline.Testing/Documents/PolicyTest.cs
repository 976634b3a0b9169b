using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Testing.Resources;

namespace Plumbline.Testing.Documents;

/// <summary>A test: a resource, what surrounds it, and what is expected. What its file says for all tests is part of it.</summary>
/// <param name="Name">As written, else what it expects and changes.</param>
/// <param name="Resource">The resource before it is edited.</param>
/// <param name="Edits">The changes to the resource, in order.</param>
/// <param name="Parameters">The values of parameters, by name without regard to case.</param>
/// <param name="Related">The resources beside it.</param>
/// <param name="Context">What context functions answer.</param>
/// <param name="ApiVersion">The api-version of the resource, or null.</param>
/// <param name="Write">The request.</param>
/// <param name="Expect">What is expected.</param>
/// <param name="Location">Where the test starts.</param>
public sealed record PolicyTest(
    string Name,
    ResourceSource Resource,
    ImmutableArray<ResourceEdit> Edits,
    ImmutableDictionary<string, PolicyValue> Parameters,
    ImmutableArray<ResourceSource> Related,
    ObjectValue Context,
    string? ApiVersion,
    WriteRequest Write,
    Expectation Expect,
    SourceLocation Location);
