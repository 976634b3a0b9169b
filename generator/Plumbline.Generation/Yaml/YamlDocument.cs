using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Yaml;

/// <summary>
/// What could be read of a YAML text. A document with errors may still have a root, so that the reader above can report
/// its own findings in the same run; it must not be used for anything else then.
/// </summary>
/// <param name="Root">The root node; null when the text is not YAML at all, or is empty.</param>
/// <param name="Diagnostics">The problems, in the order of the text.</param>
public sealed record YamlDocument(YamlNode? Root, ImmutableArray<Diagnostic> Diagnostics);
