namespace Plumbline.Policy.Values;

/// <summary>
/// A value as policy rules see it: JSON, plus <see cref="UndefinedValue"/> for "no value at all".
/// Rules arrive through Newtonsoft.Json and resources through System.Text.Json; this is where both meet.
/// </summary>
/// <remarks>Integers are 64-bit and floats are IEEE doubles: <c>1</c> and <c>1.0</c> are different values that compare equal by number.</remarks>
public abstract record PolicyValue;
