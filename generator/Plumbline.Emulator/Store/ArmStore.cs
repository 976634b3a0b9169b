namespace Plumbline.Emulator.Store;

/// <summary>Holds the current <see cref="ArmState"/>. Readers take it as it is; writers run one at a time.</summary>
internal sealed class ArmStore(ArmState initial)
{
    private readonly Lock writing = new();
    private volatile ArmState current = initial;

    /// <summary>The state after the last finished write.</summary>
    public ArmState Current => current;

    /// <summary>Called after every change, on the writer's thread.</summary>
    public event Action? Changed;

    /// <summary>Runs <paramref name="change"/> on the current state and keeps the state it gives, if it gives one.</summary>
    public TResult Change<TResult>(Func<ArmState, (TResult Result, ArmState? Next)> change)
    {
        lock (writing)
        {
            var (result, next) = change(current);
            if (next is not null)
            {
                current = next;
                Changed?.Invoke();
            }

            return result;
        }
    }
}
