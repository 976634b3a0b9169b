using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Initiatives;

/// <summary>A parameter of a definition on its way into the initiative.</summary>
/// <param name="ReferenceId">The reference it is passed to.</param>
/// <param name="Name">Its name in the definition.</param>
/// <param name="Declaration">What the initiative parameter is declared as.</param>
/// <param name="Shared">The initiative parameter to pass instead, or null.</param>
/// <param name="Constant">The value to pass instead, or null.</param>
/// <param name="At">Where the catalog speaks of it.</param>
internal sealed record LiftedParameter(string ReferenceId, string Name, JObject Declaration, string? Shared, JToken? Constant, SourceLocation At);
