namespace Plumbline.Emulator.Synthetic;

/// <summary>The states of a synthetic resource under all policies as one number.</summary>
internal static class SyntheticPattern
{
    /// <summary>The resource is exempt from all; there are never as many policies as this number has bits.</summary>
    public const ulong Exempt = ulong.MaxValue;
}
