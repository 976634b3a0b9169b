using Newtonsoft.Json.Linq;

namespace Plumbline.Generation.Definitions;

/// <summary>A generated policy definition.</summary>
/// <param name="Name">The resource name; the file name is the same.</param>
/// <param name="Document">The whole JSON document.</param>
public sealed record GeneratedDefinition(string Name, JObject Document);
