namespace Plumbline.Policy.Functions;

/// <summary>The JSON types that an argument of a template function may have.</summary>
[Flags]
internal enum ArgumentKind
{
    None = 0,
    Text = 1,
    Integer = 2,
    Float = 4,
    Boolean = 8,
    Array = 16,
    Object = 32,
    Null = 64,
    Number = Integer | Float,
    Any = Text | Number | Boolean | Array | Object | Null,
}
