using System.Collections.Immutable;
using Plumbline.Planning.Journals;

namespace Plumbline.PlanningTests.Arm;

/// <summary>A journal in memory, with something to happen at each event.</summary>
internal sealed class MemoryJournal(Action<JournalEvent>? before = null) : IJournal
{
    public ImmutableArray<JournalEvent> Events { get; private set; } = [];

    public string[] Lines => [.. Events.Select(item => item.Op is null ? $"{item.Kind}" : $"{item.Kind} {item.Op}")];

    public void Append(JournalEvent item)
    {
        before?.Invoke(item);
        Events = Events.Add(item);
    }
}
