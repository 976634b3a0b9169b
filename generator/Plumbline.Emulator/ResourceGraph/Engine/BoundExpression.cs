using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>An expression that was checked against the columns it uses.</summary>
/// <param name="Type">The type of its values.</param>
/// <param name="Evaluate">Its value on a row.</param>
/// <param name="Constant">Its value when it is the same on every row; else null.</param>
internal sealed record BoundExpression(KqlType Type, Func<KqlRow, KqlValue> Evaluate, KqlValue? Constant = null)
{
    /// <summary>A value that is the same on every row.</summary>
    public static BoundExpression Of(KqlType type, KqlValue value) => new(type, _ => value, value);
}
