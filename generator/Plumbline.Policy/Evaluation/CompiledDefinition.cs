using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Evaluation;

/// <summary>A definition made ready for many resources.</summary>
internal sealed class CompiledDefinition
{
    /// <param name="source">The definition.</param>
    /// <param name="fields">Where fields are looked up.</param>
    /// <param name="parameters">The values of its parameters, or null when they differ from evaluation to evaluation.</param>
    public CompiledDefinition(PolicyDefinition source, FieldResolver fields, ParameterValues? parameters)
    {
        var problems = new List<CompilationProblem>();
        IFunctionContext? constants = parameters is null ? null : new ParametersOnly(parameters, "a constant reads nothing of the resource");
        var compiler = new ConditionCompiler(fields, problems, constants);
        Source = source;
        If = compiler.Compile(source.If);
        Effect = new CompiledEffect(source.Then, compiler);
        Applicability = new Applicability(If, LocationUse.IsIn(source));
        IsEvaluated = ModeApplicability.IsResourceManagerMode(source.Mode);
        Problems = [.. problems.DistinctBy(problem => problem.Message)];
    }

    public PolicyDefinition Source { get; }

    public CompiledCondition If { get; }

    public CompiledEffect Effect { get; }

    public Applicability Applicability { get; }

    /// <summary>Whether Azure Resource Manager evaluates definitions of this mode.</summary>
    public bool IsEvaluated { get; }

    /// <summary>Why the definition cannot be evaluated; mostly empty.</summary>
    public ImmutableArray<CompilationProblem> Problems { get; }
}
