namespace Plumbline.EmulatorTests;

/// <summary>A clock that stands at 2026-03-04T05:06:07Z.</summary>
public sealed class FixedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
}
