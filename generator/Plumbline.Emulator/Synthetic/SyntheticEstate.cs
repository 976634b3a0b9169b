using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Synthetic;

/// <summary>
/// Resources and compliance records that are functions of a seed and a place: none of them is held. The records are those that the engine would give: each policy looks
/// at a tag of the resource. They were all made at one instant, and clients cannot change them.
/// </summary>
internal sealed class SyntheticEstate : IVirtualResources
{
    private const string Check = "failing";
    private readonly ImmutableArray<ImmutableArray<AssignedMember>> members;

    /// <summary>The estate of a shape.</summary>
    /// <param name="members">The policies of each subscription's assignment, in their order.</param>
    public SyntheticEstate(SyntheticShape shape, ImmutableArray<ImmutableArray<AssignedMember>> members)
    {
        Shape = shape;
        this.members = members;
    }

    /// <summary>When all records were made.</summary>
    public static DateTimeOffset Timestamp { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Which resource lies where.</summary>
    public SyntheticShape Shape { get; }

    /// <summary>The number of the resource with this id; null when it is none of the estate.</summary>
    public int? IndexOf(ResourceId id) => Shape.IndexOf(id.Name) is { } index && IdOf(index).Equals(id) ? index : null;

    /// <inheritdoc/>
    public IReadOnlyList<StoredResource> Listed(ArmState state, ResourceId scope, IEnumerable<StoredResource> stored) => new SyntheticList(stored, this, state, scope);

    /// <inheritdoc/>
    public StoredResource? Find(ResourceId id) => IndexOf(id) is { } index ? Resource(index) : null;

    /// <summary>A resource.</summary>
    public StoredResource Resource(int index)
    {
        var id = IdOf(index);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, id, index);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return new StoredResource(id, JsonElement.ParseValue(ref reader));
    }

    /// <summary>The records of a resource.</summary>
    public ResourceVerdicts Verdicts(int index) => new(Resource(index), Timestamp, States(index));

    /// <summary>The states of a resource, in the order of the policies.</summary>
    public ImmutableArray<PolicyState> States(int index) => States(Shape.PlaceOf(index).Subscription, PatternOf(index));

    /// <summary>The states that a pattern stands for.</summary>
    public ImmutableArray<PolicyState> States(int subscription, ulong pattern) =>
    [
        .. members[subscription].Select((member, policy) => new PolicyState(
            member,
            pattern == SyntheticPattern.Exempt ? ComplianceState.Exempt : (pattern >> policy & 1) != 0 ? ComplianceState.NonCompliant : ComplianceState.Compliant,
            "Audit")),
    ];

    /// <summary>The states of a resource as a number: a bit for each policy that it violates, or that it is exempt.</summary>
    public ulong PatternOf(int index)
    {
        if (SyntheticShape.IsExempt(Shape.PlaceOf(index).Group)) return SyntheticPattern.Exempt;
        var pattern = 0UL;
        for (var policy = 0; policy < Shape.Policies; policy++)
        {
            if (Shape.Violates(index, policy)) pattern |= 1UL << policy;
        }

        return pattern;
    }

    private ResourceId IdOf(int index)
    {
        var (subscription, group) = Shape.PlaceOf(index);
        var text = $"/subscriptions/{Shape.SubscriptionId(subscription)}/resourceGroups/{SyntheticShape.GroupName(group)}/providers/{Shape.TypeOf(index)}/{SyntheticShape.NameOf(index)}";
        return ResourceId.TryParse(text) ?? throw new InvalidOperationException($"'{text}' is no resource id.");
    }

    private void Write(Utf8JsonWriter writer, ResourceId id, int index)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id.Text);
        writer.WriteString("name", id.Name);
        writer.WriteString("type", id.Type);
        writer.WriteString("location", Shape.LocationOf(index));
        writer.WriteStartObject("tags");
        for (var policy = 0; policy < Shape.Policies; policy++) writer.WriteString(SyntheticPolicies.Tag(policy), Shape.Violates(index, policy) ? Check : "passing");
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteString("provisioningState", "Succeeded");
        writer.WriteNumber("number", index);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
