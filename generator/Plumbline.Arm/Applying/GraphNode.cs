using System.Collections.Immutable;

namespace Plumbline.Arm.Applying;

/// <summary>Something to do in a <see cref="GraphRun"/>.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Requires">What has to be done before; it is blocked when one of these fails.</param>
/// <param name="After">What has to have ended before, however it ended.</param>
internal sealed record GraphNode(string Key, ImmutableArray<string> Requires, ImmutableArray<string> After);
