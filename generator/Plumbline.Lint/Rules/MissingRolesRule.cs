using Newtonsoft.Json.Linq;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Effects that change something without the roles that the identity of an assignment needs for it: remediation fails.</summary>
public sealed class MissingRolesRule() : LintRule("role-definition-ids-missing", LintSeverity.Error, "Remediation without roles")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Details is not { } details) return [];
        var isChange = LintSubject.Member(details, "operations") is not null || LintSubject.Member(details, "deployment") is not null;
        var isMissing = isChange && LintSubject.Member(details, "roleDefinitionIds") is null or JArray { Count: 0 } or { Type: JTokenType.Null };
        return isMissing ? [Finding(subject.At(details), "the details have no 'roleDefinitionIds': the identity of an assignment gets no role, and remediation fails", "list the least roles that the change needs")] : [];
    }
}
