using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Reads what an exemption is from: one of five keys, or a column that stands for all of them.</summary>
internal static class PacExemptionTarget
{
    /// <summary>The target, or null.</summary>
    public static ExemptionTarget? Of(SourceLocation at, Func<string, string?> field)
    {
        var definition = field("policyDefinitionName") ?? field("policyDefinitionId");
        var initiative = field("policySetDefinitionName") ?? field("policySetDefinitionId");
        var assignment = field("policyAssignmentId");
        var any = field("assignmentReferenceId");
        if (definition is not null) return new(ExemptionTargetKind.Policy, definition, at);
        if (initiative is not null) return new(ExemptionTargetKind.Initiative, initiative, at);
        if (assignment is not null) return new(ExemptionTargetKind.Assignment, assignment, at);
        return any is null ? null : Reference(at, any);
    }

    // An id, or 'policyDefinitions/<name>' or 'policySetDefinitions/<name>'.
    private static ExemptionTarget Reference(SourceLocation at, string text)
    {
        var isId = text.StartsWith('/');
        if (text.Contains("policySetDefinitions/", StringComparison.OrdinalIgnoreCase)) return new(ExemptionTargetKind.Initiative, isId ? text : MemberLookup.NameOf(text), at);
        return text.Contains("policyDefinitions/", StringComparison.OrdinalIgnoreCase)
            ? new(ExemptionTargetKind.Policy, isId ? text : MemberLookup.NameOf(text), at)
            : new(ExemptionTargetKind.Assignment, text, at);
    }
}
