namespace Plumbline.Policy.Aliases;

/// <summary>An alias and the resource type whose list holds it, which its name does not tell when several types share the name.</summary>
internal readonly record struct OwnedAlias(string Type, Alias Alias);
