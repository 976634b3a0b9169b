using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Testing.Documents;

/// <summary>The policy that a test file is about.</summary>
/// <param name="Location">Where it is named.</param>
public abstract record PolicySource(SourceLocation Location);

/// <summary>A definition or an initiative in a file.</summary>
/// <param name="Path">The path, relative to the test file.</param>
public sealed record PolicyFileSource(string Path, SourceLocation Location) : PolicySource(Location);

/// <summary>A built-in definition.</summary>
/// <param name="Name">Its name, a GUID.</param>
public sealed record BuiltInSource(string Name, SourceLocation Location) : PolicySource(Location);

/// <summary>A definition that stands in the test file.</summary>
/// <param name="Definition">The definition.</param>
public sealed record InlinePolicySource(YamlMapping Definition, SourceLocation Location) : PolicySource(Location);

/// <summary>A policy whose text is at hand.</summary>
/// <param name="Text">The text, named by its file.</param>
public sealed record GivenPolicySource(SourceText Text, SourceLocation Location) : PolicySource(Location);
