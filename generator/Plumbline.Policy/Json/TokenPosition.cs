using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Json;

/// <summary>The annotation that carries a token's place.</summary>
internal sealed record TokenPosition(TextSpan Span);

/// <summary>The annotation of an object for a key that was given again; the earlier value is gone.</summary>
internal sealed record RepeatedKey(string Name, TextSpan Span);
