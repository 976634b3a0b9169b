using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>Asks the engine what a policy says in a test. Safe for use by several threads.</summary>
/// <param name="aliases">Where field names are looked up.</param>
/// <param name="unknownAliases">What to do with a field name that is not found.</param>
internal sealed class PolicyAsker(AliasTable aliases, UnknownAliasHandling unknownAliases)
{
    /// <summary>Where field names are looked up.</summary>
    public AliasTable Aliases => aliases;

    private readonly ConcurrentDictionary<string, PolicyEvaluator> evaluators = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The engine for resources of an api-version; null for the default paths of aliases.</summary>
    public PolicyEvaluator Evaluator(string? apiVersion) => evaluators.GetOrAdd(apiVersion ?? "", _ => new PolicyEvaluator(aliases, unknownAliases, apiVersion));

    /// <summary>The verdict; null with errors when parameters are wrong or a definition cannot be evaluated.</summary>
    public ParseResult<TestVerdict> Ask(TestSubject subject, PolicyTest test, ObjectValue resource, ImmutableArray<ObjectValue> related)
    {
        if (subject.Set is { } set && ParameterBinder.Bind(set, test.Parameters, test.Location).Diagnostics is var wrong && wrong.Any(problem => problem.IsError)) return new(null, wrong);
        var evaluator = Evaluator(test.ApiVersion);
        var input = new EvaluationInput(ResourceDocument.Of(resource), test.Parameters, TestContext.Of(test), new RelatedResourceList([.. related.Select(item => ResourceDocument.Of(item))]));
        var members = ImmutableArray.CreateBuilder<MemberVerdict>(subject.Members.Length);
        foreach (var member in subject.Members)
        {
            var binding = Bind(subject, member, test);
            ImmutableArray<Diagnostic> problems =
            [
                .. binding.Diagnostics,
                .. evaluator.Problems(member.Definition).Select(problem => DiagnosticCatalog.DefinitionNotEvaluable(member.Place(problem.Location), problem.Message)),
            ];
            if (problems.Any(problem => problem.IsError)) return new(null, problems);
            members.Add(new MemberVerdict(member, binding.Values, evaluator.Evaluate(member.Definition, input with { Parameters = binding.Values })));
        }

        return new(new TestVerdict(members.ToImmutable(), resource, test.Write), []);
    }

    private static ParameterBinding Bind(TestSubject subject, TestedDefinition member, PolicyTest test)
    {
        if (subject.Set is not { } set || member.Reference is not { } reference) return ParameterBinder.Bind(member.Definition, test.Parameters, test.Location);
        var bound = ParameterBinder.Bind(member.Definition, reference, set, test.Parameters);
        return bound with { Diagnostics = [.. bound.Diagnostics.Select(problem => problem with { Location = test.Location })] };
    }
}
