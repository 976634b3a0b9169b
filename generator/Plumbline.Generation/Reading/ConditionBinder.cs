using Plumbline.Generation.Compilation;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Generation.Reading;

/// <summary>Reads conditions written in YAML by the grammar of policy rules. Findings and nodes point into the YAML.</summary>
internal sealed class ConditionBinder
{
    private readonly List<Diagnostic> problems = [];

    public IEnumerable<Diagnostic> Problems => problems;

    /// <summary>The condition at <paramref name="key"/>; null when there is none, or none that can be read.</summary>
    public Condition? Bind(YamlMapping owner, string key)
    {
        if (owner[key] is not YamlMapping node) return null;
        var at = node.Location;
        var result = PolicyParser.ParseCondition(YamlJson.ToToken(node), at.File, at.Path ?? "$", FieldNames.IsMember);
        problems.AddRange(new YamlLocations(node).Relocate(result.Diagnostics));
        return result.Value;
    }
}
