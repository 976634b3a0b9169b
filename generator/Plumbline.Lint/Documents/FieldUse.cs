using Newtonsoft.Json.Linq;

namespace Plumbline.Lint.Documents;

/// <summary>A place that names a field of a resource.</summary>
/// <param name="Name">The field as written; never an expression.</param>
/// <param name="Token">The text that names it.</param>
/// <param name="Site">The condition it belongs to; null in the details of an effect.</param>
/// <param name="IsField">Whether the text is the field itself, not an expression that calls <c>field()</c> or <c>current()</c>.</param>
internal sealed record FieldUse(string Name, JToken Token, ConditionSite? Site, bool IsField);
