using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Evaluation;

/// <summary>The definition that a question is about: given as one, or made of a bare rule or condition.</summary>
/// <param name="Parsed">The definition.</param>
/// <param name="IsBare">Whether it was given as a rule or a condition, which declare no parameters: any value is taken for any name.</param>
internal sealed record QuestionedDefinition(ParseResult<PolicyDefinition> Parsed, bool IsBare)
{
    /// <summary>Reads a definition, a rule (which becomes one of mode All) or a condition (with the effect Audit).</summary>
    public static QuestionedDefinition Read(SourceText source)
    {
        var text = PolicyParser.ParseAny(source);
        return text.Kind switch
        {
            PolicyTextKind.Rule when text.Rule is { } rule => new(new(Of(rule.If, rule.Then), text.Diagnostics), IsBare: true),
            PolicyTextKind.Condition when text.Condition is { } condition => new(new(Of(condition, new EffectClause("Audit", null, null)), text.Diagnostics), IsBare: true),
            _ => new(new(text.Definition, text.Diagnostics), IsBare: false),
        };
    }

    private static PolicyDefinition Of(Condition condition, EffectClause effect) =>
        new("", null, null, "All", PolicyValueReader.Object(), null, [], condition, effect, condition.Location);
}
