using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Json;

/// <summary>The annotation that carries a token's place.</summary>
/// <param name="Span">Where it stood in the text.</param>
/// <param name="Index">Which member of its array it was, from 0; 0 elsewhere.</param>
internal sealed record TokenPosition(TextSpan Span, int Index = 0);

/// <summary>A key of an object that was given again; the earlier value is gone.</summary>
internal sealed record RepeatedKey(string Name, TextSpan Span);

/// <summary>The annotation of an object for the keys that were given again, in the order of the text.</summary>
internal sealed record RepeatedKeyList(List<RepeatedKey> Keys);
