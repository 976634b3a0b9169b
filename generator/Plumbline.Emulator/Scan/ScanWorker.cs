using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Scan;

/// <summary>Evaluates assignments on resource after resource, without explanations. For one thread.</summary>
/// <param name="assignments">The assignments, in the order of their ids.</param>
/// <param name="state">What is stored.</param>
/// <param name="now">What <c>utcNow()</c> answers, and when exemptions expire.</param>
internal sealed class ScanWorker(ImmutableArray<ScanAssignment> assignments, ArmState state, DateTimeOffset now)
{
    private readonly RelatedResources related = new(state);
    private readonly Dictionary<ScanVariant, VariantRunner> runners = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ResourceId, ObjectValue?> scopes = [];
    private byte[] text = new byte[16 * 1024];

    /// <summary>What the assignments say of a resource.</summary>
    public ResourceVerdicts On(StoredResource resource)
    {
        var document = TextOf(resource);
        var evaluated = new EvaluatedResource(HeaderOf(resource), ContextOf(resource.Id), related);
        var verdicts = new VerdictList();
        foreach (var assignment in assignments)
        {
            if (assignment.For(evaluated) is { } variant) RunnerOf(variant).Run(document, evaluated, verdicts);
        }

        return new ResourceVerdicts(resource, now, verdicts.States());
    }

    private VariantRunner RunnerOf(ScanVariant variant)
    {
        if (runners.TryGetValue(variant, out var found)) return found;
        return runners[variant] = new VariantRunner(variant, new EvaluationContext(now), related);
    }

    // The text of the last resource is no longer needed when the next one is read.
    private ReadOnlyMemory<byte> TextOf(StoredResource resource)
    {
        if (resource.Id.Is(ResourceTypes.Subscription) || resource.Id.Is(ResourceTypes.ResourceGroup)) return PolicyValueWriter.ToUtf8(ResourceView.Of(resource));
        var raw = JsonMarshal.GetRawUtf8Value(resource.Body);
        if (raw.Length > text.Length) text = new byte[2 * raw.Length];
        raw.CopyTo(text);
        return text.AsMemory(0, raw.Length);
    }

    // All that scopes, selectors and exemptions read of a resource.
    private static ObjectValue HeaderOf(StoredResource resource)
    {
        ImmutableArray<KeyValuePair<string, PolicyValue>> header = [new("id", new TextValue(resource.Id.Text)), new("type", new TextValue(resource.Id.Type))];
        return new ObjectValue(resource.Body.Text("location") is { Length: > 0 } location ? header.Add(new("location", new TextValue(location))) : header);
    }

    private EvaluationContext ContextOf(ResourceId id)
    {
        ObjectValue? subscription = null, group = null;
        for (var at = id; at is not null; at = at.Parent)
        {
            if (at.Is(ResourceTypes.Subscription)) subscription = ScopeOf(at);
            if (at.Is(ResourceTypes.ResourceGroup)) group = ScopeOf(at);
        }

        return new EvaluationContext(now, null, subscription, group);
    }

    private ObjectValue? ScopeOf(ResourceId scope)
    {
        if (scopes.TryGetValue(scope, out var known)) return known;
        return scopes[scope] = state.Find(scope) is { } found ? PolicyValueReader.FromElement(found.Body) as ObjectValue : null;
    }
}
