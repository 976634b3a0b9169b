using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>What variations start from.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Related">The related resource of an IfNotExists effect; null without one.</param>
public sealed record EdgeBase(ObjectValue Resource, ObjectValue? Related);
