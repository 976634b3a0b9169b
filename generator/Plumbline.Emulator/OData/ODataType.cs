namespace Plumbline.Emulator.OData;

/// <summary>What is known of a value before there is a row: enough to refuse an expression that can never hold.</summary>
internal enum ODataType
{
    /// <summary>Nothing is known; everything is allowed.</summary>
    Any,

    /// <summary><c>Edm.String</c>.</summary>
    Text,

    /// <summary><c>Edm.Boolean</c>.</summary>
    Truth,

    /// <summary>A number: integers and decimals compare with each other.</summary>
    Number,

    /// <summary><c>Edm.DateTimeOffset</c>; a row holds it as text.</summary>
    Instant,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>An object; it can only be compared with null.</summary>
    Complex,

    /// <summary>The literal <c>null</c>.</summary>
    Nothing,
}
