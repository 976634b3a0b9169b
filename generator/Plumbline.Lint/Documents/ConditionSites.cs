using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Documents;

/// <summary>Walks the conditions of a definition beside their JSON.</summary>
internal sealed class ConditionSites
{
    private readonly ImmutableArray<ConditionSite>.Builder found = ImmutableArray.CreateBuilder<ConditionSite>();

    private ConditionSites()
    {
    }

    /// <summary>Every condition in the order of the text: those of <c>if</c>, then those of the existence condition.</summary>
    /// <param name="definition">The conditions.</param>
    /// <param name="properties">The properties of the document they were read from.</param>
    public static ImmutableArray<ConditionSite> Of(PolicyDefinition definition, JObject properties)
    {
        var sites = new ConditionSites();
        var rule = properties.Member("policyRule");
        sites.Add(definition.If, rule?.Member("if"), null, RulePart.If);
        if (definition.Then.ExistenceCondition is { } existence) sites.Add(existence, rule?.Member("then")?.Member("details")?.Member("existenceCondition"), null, RulePart.ExistenceCondition);
        return sites.found.ToImmutable();
    }

    private void Add(Condition condition, JToken? token, ConditionSite? parent, RulePart part)
    {
        if (token is not JObject item) return;
        var site = new ConditionSite(condition, item, parent, part);
        parent?.Add(site);
        found.Add(site);
        switch (condition)
        {
            case AllOfCondition node: AddAll(node.Operands, item.Member("allOf"), site); break;
            case AnyOfCondition node: AddAll(node.Operands, item.Member("anyOf"), site); break;
            case NotCondition node: Add(node.Operand, item.Member("not"), site, part); break;
            case LeafCondition { Subject: FieldCountSubject { Where: { } where } }: Add(where, item.Member("count")?.Member("where"), site, part); break;
            case LeafCondition { Subject: ValueCountSubject { Where: { } where } }: Add(where, item.Member("count")?.Member("where"), site, part); break;
        }
    }

    private void AddAll(ImmutableArray<Condition> operands, JToken? array, ConditionSite site)
    {
        if (array is not JArray { Count: var count } tokens || count != operands.Length) return;
        foreach (var (operand, token) in operands.Zip(tokens)) Add(operand, token, site, site.Part);
    }
}
