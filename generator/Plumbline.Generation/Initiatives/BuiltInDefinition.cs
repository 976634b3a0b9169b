using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Plumbline.Generation.Initiatives;

/// <summary>What an initiative needs to know of a built-in definition.</summary>
/// <param name="Name">The name, a GUID.</param>
/// <param name="Version">The version the file has.</param>
/// <param name="Parameters">The declared parameters, as written.</param>
internal sealed record BuiltInDefinition(string Name, string DisplayName, string Version, ImmutableArray<KeyValuePair<string, JObject>> Parameters);
