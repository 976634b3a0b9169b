using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Effects that change something without the roles that the identity of an assignment needs for it: remediation fails.</summary>
public sealed class MissingRolesRule() : LintRule("role-definition-ids-missing", LintSeverity.Error, "Remediation without roles")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Definition is not { } definition || subject.Details is not { } details) return [];
        var isMissing = definition.Then.TypedDetails switch
        {
            ModifyDetails modify => IsEmpty(modify.RoleDefinitionIds),
            ExistenceDetails { Deployment: not null } deploy => IsEmpty(deploy.RoleDefinitionIds),
            _ => false,
        };
        return isMissing ? [Finding(subject.At(details), "the details have no 'roleDefinitionIds': the identity of an assignment gets no role, and remediation fails", "list the least roles that the change needs")] : [];
    }

    private static bool IsEmpty(PolicyValue? roles) => roles is null or NullValue or ArrayValue { Items: [] };
}
