using System.Collections.Immutable;

namespace Plumbline.Emulator.OData;

/// <summary>Which names an expression may use. Names compare without regard to case; results carry the schema's casing.</summary>
/// <param name="EntityName">The entity's type name, for messages.</param>
/// <param name="Properties">The properties of the rows.</param>
/// <param name="Functions">Functions without arguments, such as <c>atExactScope()</c>; a row holds their result under that name.</param>
internal sealed record ODataSchema(string EntityName, ImmutableArray<string> Properties, ImmutableArray<string> Functions)
{
    /// <summary>The types of the properties, by the schema's casing; one that is missing is <see cref="ODataType.Any"/>.</summary>
    public ImmutableDictionary<string, ODataType> Types { get; init; } = ImmutableDictionary<string, ODataType>.Empty;

    /// <summary>A schema all of whose properties are texts.</summary>
    public static ODataSchema OfTexts(string entityName, ImmutableArray<string> properties, ImmutableArray<string> functions) => new(entityName, properties, functions)
    {
        Types = properties.ToImmutableDictionary(name => name, _ => ODataType.Text),
    };

    /// <summary>The property in the schema's casing, or null.</summary>
    public string? FindProperty(string name) => Find(Properties, name);

    /// <summary>The function in the schema's casing, with its parentheses, or null.</summary>
    public string? FindFunction(string name) => Find(Functions, name + "()");

    /// <summary>The type of a property in the schema's casing.</summary>
    public ODataType TypeOf(string property) => Types.GetValueOrDefault(property, ODataType.Any);

    private static string? Find(ImmutableArray<string> names, string name) =>
        names.FirstOrDefault(candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase));
}
