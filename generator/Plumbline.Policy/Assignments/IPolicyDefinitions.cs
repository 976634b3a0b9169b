using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>Finds what assignments and initiatives refer to.</summary>
public interface IPolicyDefinitions
{
    /// <summary>All known versions of a definition, in any order; none when it is not known.</summary>
    /// <param name="id">The resource id, compared without regard to case.</param>
    ImmutableArray<PolicyDefinition> Definitions(string id);

    /// <summary>All known versions of an initiative, in any order; none when it is not known.</summary>
    /// <param name="id">The resource id, compared without regard to case.</param>
    ImmutableArray<PolicySetDefinition> SetDefinitions(string id);
}
