using Plumbline.Policy.Aliases;
using Plumbline.Policy.Schemas;

namespace Plumbline.Lint.Fields;

/// <summary>An alias of a resource type whose schema is known.</summary>
/// <param name="Alias">The alias.</param>
/// <param name="Schema">The schema of its resource type.</param>
/// <param name="Facts">What the schema knows of the alias's default path; null when no api-version has it.</param>
internal sealed record KnownField(Alias Alias, ResourceSchema Schema, PropertyFacts? Facts)
{
    /// <summary>The alias that a field names, with its schema; null for other fields, expressions, and names that several resource types share.</summary>
    public static KnownField? Of(string field, AliasTable aliases, ResourceSchemas schemas) =>
        field.Contains('/', StringComparison.Ordinal) && aliases.TryFind(field, out var alias) && schemas.TryFind(alias.ResourceType, out var schema)
            ? new KnownField(alias, schema, schema.Find(alias.Path))
            : null;
}
