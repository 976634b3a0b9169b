using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>The type of a parameter or an output: its name, and the declaration that constrains it.</summary>
/// <param name="Name">As ARM echoes it.</param>
/// <param name="Declaration">The declaration, a reference to a type followed.</param>
/// <param name="IsNullable">Whether it may be null or left out.</param>
internal sealed record ParameterType(string Name, ObjectValue Declaration, bool IsNullable)
{
    private const string Prefix = "#/definitions/";
    private const int DeepestReference = 16;

    private static readonly string[] Names = ["String", "SecureString", "Int", "Bool", "Object", "SecureObject", "Array"];

    /// <summary>Whether a value of it is not to be shown.</summary>
    public bool IsSecure => Name.StartsWith("Secure", StringComparison.Ordinal);

    /// <summary>Reads the type of a declaration; null when it names none that exists.</summary>
    public static ParameterType? Read(ObjectValue declaration, ObjectValue definitions) => Read(declaration, definitions, false, 0);

    /// <summary>What the words of ARM's template engine call the JSON type.</summary>
    public string JsonName => Name switch
    {
        "Int" => "Integer",
        "Bool" => "Boolean",
        "Object" or "SecureObject" => "Object",
        "Array" => "Array",
        _ => "String",
    };

    private static ParameterType? Read(ObjectValue declaration, ObjectValue definitions, bool isNullable, int depth)
    {
        isNullable |= declaration["nullable"] is BooleanValue { Value: true };
        if (declaration["$ref"] is TextValue reference)
        {
            return depth < DeepestReference && reference.Value.StartsWith(Prefix, StringComparison.Ordinal) && definitions[reference.Value[Prefix.Length..]] is ObjectValue target
                ? Read(target, definitions, isNullable, depth + 1)
                : null;
        }

        return declaration["type"] is TextValue type && Names.FirstOrDefault(name => ResourceIds.Is(name, type.Value)) is { } known
            ? new ParameterType(known, declaration, isNullable)
            : null;
    }
}
