namespace Plumbline.Scan.Inputs;

/// <summary>An element of a list.</summary>
/// <param name="Utf8">Its text, valid until the next one is read.</param>
/// <param name="Line">The line it starts on, from 1.</param>
internal readonly record struct JsonItem(ReadOnlyMemory<byte> Utf8, long Line);
