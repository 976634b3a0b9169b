using System.Collections.Frozen;
using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Many definitions with their parameters, compiled together for a scan: what they share of a resource is looked up once, and definitions for other types
/// are not looked at. Immutable: shared by all threads, of which each takes a <see cref="PolicyRunner"/> of its own.
/// </summary>
public sealed class PolicyProgram
{
    private readonly FrozenDictionary<string, ImmutableArray<int>> byType;
    private readonly FrozenDictionary<string, ImmutableArray<int>>.AlternateLookup<ReadOnlySpan<char>> byTypeText;
    private readonly ImmutableArray<int> anyType;

    private PolicyProgram(FieldResolver fields, ImmutableArray<ProgramMember> members)
    {
        Fields = fields;
        Members = members;
        var typed = members.Select((member, index) => (Types: member.Compiled.Applicability.Types, index)).ToList();
        anyType = [.. typed.Where(item => item.Types is null).Select(item => item.index)];
        byType = typed.SelectMany(item => (item.Types ?? []).Select(type => (type, item.index)))
            .GroupBy(item => item.type, item => item.index, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => (ImmutableArray<int>)[.. group.Concat(anyType).Distinct().Order()], StringComparer.OrdinalIgnoreCase);
        byTypeText = byType.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many definitions there are.</summary>
    public int Count => Members.Length;

    internal FieldResolver Fields { get; }

    internal ImmutableArray<ProgramMember> Members { get; }

    /// <summary>Compiles definitions with the values of their parameters.</summary>
    /// <param name="definitions">The definitions; verdicts name them by their place in this list.</param>
    /// <param name="aliases">Where field names are looked up.</param>
    /// <param name="unknownAliases">What to do with a field name that is not found.</param>
    /// <param name="apiVersion">The api-version of the resources, or null for the aliases' default paths.</param>
    public static PolicyProgram Compile(
        IEnumerable<BoundDefinition> definitions,
        AliasTable aliases,
        UnknownAliasHandling unknownAliases = UnknownAliasHandling.Refuse,
        string? apiVersion = null)
    {
        var fields = new FieldResolver(aliases, unknownAliases, apiVersion);
        return new PolicyProgram(fields, [.. definitions.Select(bound => ProgramMember.Compile(bound, fields))]);
    }

    /// <summary>Why the definition at a place cannot be evaluated; mostly empty.</summary>
    public ImmutableArray<CompilationProblem> Problems(int index) => Members[index].Compiled.Problems;

    /// <summary>A runner for one thread.</summary>
    /// <param name="context">What context functions read.</param>
    /// <param name="related">Finds related resources.</param>
    public PolicyRunner CreateRunner(EvaluationContext context, IRelatedResources related) => new(this, context, related);

    /// <summary>The definitions that can apply to a type, in order.</summary>
    internal ImmutableArray<int> For(ReadOnlySpan<char> type) => byTypeText.TryGetValue(type, out var found) ? found : anyType;
}

/// <summary>A definition and the values of its parameters.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Parameters">The values, by name without regard to case; defaults need not be given.</param>
public sealed record BoundDefinition(PolicyDefinition Definition, ImmutableDictionary<string, PolicyValue> Parameters)
{
    /// <summary>What <c>policy()</c> answers to this definition; null for what the runner's context says.</summary>
    public ObjectValue? Policy { get; init; }
}

/// <summary>A definition of a program.</summary>
internal sealed record ProgramMember(BoundDefinition Bound, ParameterValues Parameters, CompiledDefinition Compiled)
{
    public static ProgramMember Compile(BoundDefinition bound, FieldResolver fields)
    {
        var parameters = new ParameterValues(bound.Definition.Parameters, bound.Parameters);
        return new ProgramMember(bound, parameters, new CompiledDefinition(bound.Definition, fields, parameters));
    }
}
