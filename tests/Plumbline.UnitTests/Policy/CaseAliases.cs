using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;

namespace Plumbline.UnitTests.Policy;

/// <summary>
/// The <c>aliases</c> of a case. Absent: the published ones, other names are paths. <c>strict</c>: the published ones, other names are refused.
/// <c>none</c>: every field is a path. A map of alias name to path: those only, other names are refused.
/// </summary>
internal static class CaseAliases
{
    private static readonly PolicyEvaluator Default = new(AliasTable.Published, UnknownAliasHandling.ReadAsPath);
    private static readonly PolicyEvaluator Strict = new(AliasTable.Published, UnknownAliasHandling.Refuse);
    private static readonly PolicyEvaluator None = new(AliasTable.Empty, UnknownAliasHandling.ReadFromRoot);

    public static PolicyEvaluator EvaluatorOf(JToken? aliases) => aliases switch
    {
        null => Default,
        JObject map => new(AliasTable.Of(map.Properties().Select(alias => new Alias(alias.Name, (string?)alias.Value ?? "", false))), UnknownAliasHandling.Refuse),
        _ when (string?)aliases == "none" => None,
        _ when (string?)aliases == "strict" => Strict,
        _ => throw new InvalidOperationException($"'{aliases}' are no aliases: write none, strict or a map of alias to path."),
    };
}
