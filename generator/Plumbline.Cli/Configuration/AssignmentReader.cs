using System.Collections.Immutable;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads the assignments of an environment whose form was checked.</summary>
/// <param name="definitionScope">Where the definitions are, and the scope of an assignment that has none of its own.</param>
/// <param name="found">Takes the problems.</param>
internal sealed class AssignmentReader(string definitionScope, ImmutableArray<Diagnostic>.Builder found)
{
    private readonly MemberReader members = new(found);

    /// <summary>The assignments, in the order of the file.</summary>
    public ImmutableArray<AssignmentDeclaration> Read(YamlMapping environment)
    {
        var written = environment.Mappings("assignments").ToImmutableArray();
        ImmutableArray<AssignmentDeclaration> assignments = [.. written.Select(Assignment)];
        var first = new Dictionary<string, SourceLocation>(StringComparer.OrdinalIgnoreCase);
        foreach (var (assignment, scope) in assignments.SelectMany(assignment => assignment.Scopes.Select(scope => (assignment, scope))))
        {
            var id = ArmObjectKind.PolicyAssignment.IdAt(scope, assignment.Name);
            if (!first.TryAdd(id, assignment.At)) found.Add(DiagnosticCatalog.AssignmentRepeated(assignment.At, assignment.Name, scope, first[id].Span?.Line ?? 0));
        }

        return assignments;
    }

    private AssignmentDeclaration Assignment(YamlMapping written)
    {
        var kind = written["policy"] is not null && written["initiative"] is null ? ArmObjectKind.PolicyDefinition : ArmObjectKind.PolicySetDefinition;
        var (name, target) = (written.Text("name"), Target(written, kind));
        var scopes = new AssignmentScopes(definitionScope, found);
        var at = scopes.Read(written, isBuiltIn: target.StartsWith('/'));
        CheckName(written, name, at);
        return new AssignmentDeclaration(name, kind, target, at, written.LocationOf("name"))
        {
            DisplayName = written.TextOrNull("displayName"),
            Description = written.TextOrNull("description"),
            NotScopes = scopes.Excluded(written, at),
            Parameters = written.Object("parameters"),
            Effects = members.Effects(written),
            Exclusions = MemberReader.Exclusions(written),
            EnforcementMode = written.TextOrNull("enforcementMode") ?? "Default",
            Identity = new IdentityReader(found).Read(written),
            ResourceSelectors = new SelectorReader(found).Read(written),
            Messages = members.Messages(written),
            DefinitionVersion = written.TextOrNull("definitionVersion"),
            AdditionalRoles = [.. written.Mappings("roles").Select(Role)],
        };
    }

    private string Target(YamlMapping written, ArmObjectKind kind)
    {
        var key = kind == ArmObjectKind.PolicyDefinition ? "policy" : "initiative";
        var target = written.Text(key);
        var builtIns = ArmObjectKinds.Provider + kind.TypeName() + "/";
        if (target.Contains('/', StringComparison.Ordinal) && !(target.StartsWith(builtIns, StringComparison.OrdinalIgnoreCase) && target.IndexOf('/', builtIns.Length) < 0 && target.Length > builtIns.Length))
            found.Add(DiagnosticCatalog.PolicyIdMalformed(written.LocationOf(key), target, builtIns + "<name>"));
        return target;
    }

    // Azure Policy documentation: 24 characters at a management group. The 64 elsewhere are part of the form.
    private void CheckName(YamlMapping written, string name, ImmutableArray<string> scopes)
    {
        const int maximum = 24;
        var isAtGroup = scopes.Any(scope => ArmScope.Parse(scope)?.Kind == ArmScopeKind.ManagementGroup);
        if (isAtGroup && name.Length is > maximum and <= 64) found.Add(DiagnosticCatalog.AssignmentNameTooLong(written.LocationOf("name"), name, maximum));
    }

    private RoleGrant Role(YamlMapping written)
    {
        var (role, scope) = (written.Text("role"), written.Text("scope").TrimEnd('/'));
        var id = RoleNames.IdOf(role);
        if (role.Length > 0 && id is null) found.Add(DiagnosticCatalog.RoleUnknown(written.LocationOf("role"), role, RoleNames.Nearest(role)));
        if (scope.Length > 0 && ArmScope.Parse(scope) is null) found.Add(DiagnosticCatalog.ScopeMalformed(written.LocationOf("scope"), scope));
        return new RoleGrant(id ?? role, scope, written.LocationOf("role"));
    }
}
