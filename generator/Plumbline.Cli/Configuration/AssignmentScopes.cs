using System.Collections.Immutable;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads where an assignment is, and what is left out there.</summary>
/// <param name="definitionScope">Where the definitions are.</param>
/// <param name="found">Takes the problems.</param>
internal sealed class AssignmentScopes(string definitionScope, ImmutableArray<Diagnostic>.Builder found)
{
    // Azure Policy documentation, "Maximum count of Azure Policy objects".
    private const int MaximumNotScopes = 400;

    /// <summary>The scopes; that of the definitions when none is written.</summary>
    /// <param name="isBuiltIn">Whether a built-in is assigned, which every scope sees.</param>
    public ImmutableArray<string> Read(YamlMapping written, bool isBuiltIn)
    {
        var nodes = Scalars(written["scopes"] ?? written["scope"]);
        foreach (var (node, scope) in nodes.Select(node => (node, ArmScope.Parse(node.Text))))
        {
            if (scope is null) found.Add(DiagnosticCatalog.ScopeMalformed(node.Location, node.Text));
            else if (!isBuiltIn && !SeesDefinitions(scope)) found.Add(DiagnosticCatalog.ScopeOutsideDefinitions(node.Location, node.Text, definitionScope));
        }

        return nodes.IsEmpty ? [definitionScope] : [.. nodes.Select(node => node.Text.TrimEnd('/'))];
    }

    /// <summary>The scopes that are left out.</summary>
    public ImmutableArray<string> Excluded(YamlMapping written, ImmutableArray<string> scopes)
    {
        var nodes = Scalars(written["notScopes"]);
        if (nodes.Length > MaximumNotScopes) found.Add(DiagnosticCatalog.TooManyInConfiguration(written.LocationOf("notScopes"), "notScopes", nodes.Length, MaximumNotScopes));
        foreach (var node in nodes)
        {
            if (ArmScope.Parse(node.Text) is not { } left) found.Add(DiagnosticCatalog.ScopeMalformed(node.Location, node.Text));
            else if (!scopes.Any(scope => MayContain(scope, left))) found.Add(DiagnosticCatalog.NotScopeOutside(node.Location, node.Text));
        }

        return [.. nodes.Select(node => node.Text.TrimEnd('/'))];
    }

    // A definition in a subscription is seen there and below. What a management group holds cannot be told from ids.
    private bool SeesDefinitions(ArmScope scope) =>
        ArmScope.Parse(definitionScope) is not { Kind: ArmScopeKind.Subscription } || ArmScope.Contains(definitionScope, scope.Id);

    private static bool MayContain(string scope, ArmScope left) => ArmScope.Parse(scope) switch
    {
        { Kind: ArmScopeKind.ManagementGroup } group => !string.Equals(group.Id, left.Id, StringComparison.OrdinalIgnoreCase),
        { } other => ArmScope.Contains(other.Id, left.Id) && other.Id.Length < left.Id.Length,
        null => true,
    };

    private static ImmutableArray<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlSequence list => [.. list.Items.OfType<YamlScalar>()],
        YamlScalar one => [one],
        _ => [],
    };
}
