using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Store;

/// <summary>A compliance record as it is kept between runs.</summary>
/// <param name="ReferenceId">The member of the initiative; empty without one.</param>
/// <param name="State">The state's name.</param>
/// <param name="Groups">The groups of the member, joined by commas; for people who read the table, not read back.</param>
internal sealed record KeptPolicyState(string ResourceId, string AssignmentId, string DefinitionId, string ReferenceId, string State, string Effect, DateTimeOffset Timestamp, string Groups);

/// <summary>Between compliance records and the rows that are kept.</summary>
internal static class PolicyStateRows
{
    /// <summary>The rows of one evaluation, in their order.</summary>
    public static IEnumerable<KeptPolicyState> ToRows(ResourceVerdicts verdicts) => verdicts.States.Select(state => new KeptPolicyState(
        verdicts.Resource.Id.Text,
        state.Member.Assignment.Id.Text,
        state.Member.DefinitionId,
        state.Member.ReferenceId,
        state.State.ToString(),
        state.Effect,
        verdicts.Timestamp,
        string.Join(',', state.Member.GroupNames)));

    /// <summary>The table of rows. Rows about what is not there any more, a resource or a member of an assignment, are left out.</summary>
    /// <param name="state">What the rows are about.</param>
    /// <param name="policies">All policies of all assignments of that state.</param>
    public static PolicyStateTable FromRows(ArmState state, IEnumerable<AssignedPolicy> policies, IEnumerable<KeptPolicyState> rows)
    {
        var members = policies.Select(policy => AssignedMember.Of(state.PolicyObjects, policy)).OfType<AssignedMember>()
            .GroupBy(member => Key(member.Assignment.Id.Text, member.DefinitionId, member.ReferenceId), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var verdicts = rows
            .GroupBy(row => row.ResourceId, StringComparer.OrdinalIgnoreCase)
            .Select(group => Read(state, members, [.. group]))
            .OfType<ResourceVerdicts>();
        return PolicyStateTable.Empty.WithMany([.. verdicts]).Saved();
    }

    /// <summary>Writes a row as a JSON object; its members have the names of PolicyInsights.</summary>
    public static void WriteJson(Utf8JsonWriter writer, KeptPolicyState row)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceId", row.ResourceId);
        writer.WriteString("policyAssignmentId", row.AssignmentId);
        writer.WriteString("policyDefinitionId", row.DefinitionId);
        writer.WriteString("policyDefinitionReferenceId", row.ReferenceId);
        writer.WriteString("complianceState", row.State);
        writer.WriteString("policyDefinitionAction", row.Effect);
        writer.WriteString("timestamp", SystemData.Stamp(row.Timestamp));
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such object.</exception>
    public static KeptPolicyState FromJson(JsonElement body)
    {
        var stamp = DateTimeOffset.Parse(Required("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new(
            Required("resourceId"), Required("policyAssignmentId"), Required("policyDefinitionId"), Required("policyDefinitionReferenceId"),
            Required("complianceState"), Required("policyDefinitionAction"), stamp, string.Empty);

        string Required(string name) => body.Text(name) ?? throw new FormatException($"a compliance record has no text '{name}'");
    }

    private static ResourceVerdicts? Read(ArmState state, Dictionary<string, AssignedMember> members, ImmutableArray<KeptPolicyState> rows)
    {
        if (state.Find(rows[0].ResourceId) is not { } resource) return null;
        ImmutableArray<PolicyState> states =
        [
            .. rows.Where(row => members.ContainsKey(Key(row.AssignmentId, row.DefinitionId, row.ReferenceId)))
                .Select(row => new PolicyState(members[Key(row.AssignmentId, row.DefinitionId, row.ReferenceId)], ComplianceRollUp.Parse(row.State) ?? ComplianceState.Unknown, row.Effect)),
        ];
        return new ResourceVerdicts(resource, rows.Max(row => row.Timestamp), states);
    }

    private static string Key(string assignment, string definition, string reference) => $"{assignment}|{definition}|{reference}";
}
