using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Running;

/// <summary>Expands a Bicep file or a template into the resources that it would deploy.</summary>
public interface ITemplateExpander
{
    /// <summary>The resources as Azure Resource Manager would see them, and what is wrong; an error when the template cannot be expanded.</summary>
    /// <param name="path">The path, relative to the folder of <paramref name="from"/>.</param>
    /// <param name="from">The test file that names it.</param>
    (ImmutableArray<ObjectValue> Resources, ImmutableArray<Diagnostic> Diagnostics) Expand(string path, string from);
}
