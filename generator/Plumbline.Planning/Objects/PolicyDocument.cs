using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Objects;

/// <summary>A committed document: a definition or an initiative as it was reviewed.</summary>
/// <param name="Name">The resource name.</param>
/// <param name="Body">The document: <c>name</c>, <c>type</c>, <c>properties</c>; of a built-in also <c>id</c>.</param>
/// <param name="At">Where it is kept.</param>
public sealed record PolicyDocument(string Name, ObjectValue Body, SourceLocation At)
{
    private static readonly ObjectValue Nothing = new([]);

    /// <summary>The <c>properties</c>; empty when there are none.</summary>
    public ObjectValue Properties => Body["properties"] as ObjectValue ?? Nothing;

    /// <summary>The id of a built-in, else empty.</summary>
    public string Id => Body["id"] is TextValue id ? id.Value : string.Empty;
}
