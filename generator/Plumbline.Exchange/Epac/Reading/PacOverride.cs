using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>An override of effects.</summary>
/// <param name="Target">The name or id of the document it is for; null when it is for all that are assigned.</param>
/// <param name="Effect">The effect.</param>
/// <param name="In">The reference ids it is for; empty for all.</param>
/// <param name="NotIn">The reference ids it is not for.</param>
/// <param name="At">Where it stands.</param>
internal sealed record PacOverride(string? Target, string Effect, ImmutableArray<string> In, ImmutableArray<string> NotIn, SourceLocation At);
