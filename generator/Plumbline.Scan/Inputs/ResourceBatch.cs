using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Inputs;

/// <summary>Resources that are evaluated together, and what there is to say of the input around them.</summary>
/// <param name="Resources">In the order of the input.</param>
/// <param name="Problems">What could not be read as a resource.</param>
/// <param name="Position">How many bytes of the input were read so far.</param>
public sealed record ResourceBatch(ImmutableArray<ScannedResource> Resources, ImmutableArray<Diagnostic> Problems, long Position);
