using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>What was created and does not show yet. Safe for use by several threads.</summary>
internal sealed class HiddenResources(TimeProvider time)
{
    // Beyond this, what is new shows at once: a plan that hides everything must not fill the memory.
    private const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Reads, DateTimeOffset Until)> hidden = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hides what a request to <paramref name="path"/> created.</summary>
    public void Hide(string path, Fault fault)
    {
        lock (gate)
        {
            if (hidden.Count < Capacity) hidden[path] = (fault.Reads, fault.Seconds > 0 ? time.GetUtcNow().AddSeconds(fault.Seconds) : DateTimeOffset.MaxValue);
        }
    }

    /// <summary>Forgets what is hidden: all of it shows.</summary>
    public void Clear()
    {
        lock (gate) hidden.Clear();
    }

    /// <summary>The answer to a GET or HEAD as long as something is hidden: 404 for the resource, a list without it. Each look at it counts as a read.</summary>
    public ArmResponse Seen(string path, ArmResponse response)
    {
        lock (gate)
        {
            if (hidden.Count == 0 || response.Status is not (200 or 204)) return response;
            if (IsHidden(path)) return ArmEnvelope.Error(ArmErrors.ResourceNotFound(path, null));
            if (response.Body is not JsonObject body || body["value"] is not JsonArray items) return response;
            for (var index = items.Count - 1; index >= 0; index--)
            {
                if (items[index] is JsonObject item && item.Text("id") is { } id && IsHidden(id)) items.RemoveAt(index);
            }

            return response;
        }
    }

    private bool IsHidden(string path)
    {
        if (!hidden.TryGetValue(path, out var left)) return false;
        if (left.Until <= time.GetUtcNow() || (left.Until == DateTimeOffset.MaxValue && left.Reads <= 0))
        {
            hidden.Remove(path);
            return false;
        }

        hidden[path] = left with { Reads = left.Reads - 1 };
        return true;
    }
}
