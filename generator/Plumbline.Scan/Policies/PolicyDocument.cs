using Plumbline.Policy.Syntax;

namespace Plumbline.Scan.Policies;

/// <summary>A document of Azure Policy as a scan is given it. Exactly one of the three is set.</summary>
/// <param name="File">The file it came from.</param>
/// <param name="Id">Its resource id; empty when the document has none.</param>
/// <param name="Definition">A definition.</param>
/// <param name="SetDefinition">An initiative.</param>
/// <param name="Assignment">An assignment.</param>
/// <param name="Scopes">What the rule reads of the subscription and the resource group.</param>
public sealed record PolicyDocument(string File, string Id, PolicyDefinition? Definition, PolicySetDefinition? SetDefinition, PolicyAssignment? Assignment, ScopeReads Scopes)
{
    /// <summary>The name: that of the document, else the end of the id, else that of the file.</summary>
    public string Name => Definition?.Name is { Length: > 0 } definition ? definition
        : SetDefinition?.Name is { Length: > 0 } set ? set
        : Assignment?.Name is { Length: > 0 } assignment ? assignment
        : Id.Length > 0 ? Id[(Id.LastIndexOf('/') + 1)..]
        : Path.GetFileNameWithoutExtension(File);

    /// <summary>The id, or the one that the document gets when it is deployed to the tenant.</summary>
    public string AssignableId => Id.Length > 0 ? Id : $"/providers/Microsoft.Authorization/{(SetDefinition is null ? "policyDefinitions" : "policySetDefinitions")}/{Name}";
}
