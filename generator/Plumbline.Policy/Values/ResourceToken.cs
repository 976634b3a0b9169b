using System.Text.Json;

namespace Plumbline.Policy.Values;

/// <summary>One value of a document, or the name of a property: where its text is, and where the next one starts.</summary>
/// <param name="Start">Offset of the text in bytes; of a string, behind its quote.</param>
/// <param name="Length">Length of the text in bytes; of an array, the number of its members.</param>
/// <param name="Next">The index of the token behind this value and all that is in it.</param>
internal readonly record struct ResourceToken(int Start, int Length, int Next, JsonTokenType Kind, bool IsEscaped);
