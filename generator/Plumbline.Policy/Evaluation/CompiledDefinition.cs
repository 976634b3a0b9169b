using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A definition made ready for many resources.</summary>
internal sealed class CompiledDefinition
{
    public CompiledDefinition(PolicyDefinition source, FieldResolver fields)
    {
        var problems = new List<string>();
        var compiler = new ConditionCompiler(fields, problems);
        Source = source;
        If = compiler.Compile(source.If);
        Effect = OperandTemplate.Compile(new TextValue(source.Then.Effect), problems.Add);
        Details = RelatedDetails.Compile(source.Then, compiler, problems.Add);
        Applicability = new Applicability(If, LocationUse.IsIn(source));
        Problems = [.. problems];
    }

    public PolicyDefinition Source { get; }

    public CompiledCondition If { get; }

    public OperandTemplate Effect { get; }

    /// <summary>The details of an IfNotExists effect, or null when <c>then</c> has no details object.</summary>
    public RelatedDetails? Details { get; }

    public Applicability Applicability { get; }

    /// <summary>Why the definition cannot be evaluated; mostly empty.</summary>
    public ImmutableArray<string> Problems { get; }
}
