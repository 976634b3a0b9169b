using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Insights;

/// <summary>A field that a rule reads, and the values that it compares it with.</summary>
internal sealed record RuleField(FieldPath Path, ImmutableArray<PolicyValue> Compared);

/// <summary>Finds the fields that the rule of an assigned policy reads; names and values that are expressions are evaluated with the policy's parameters.</summary>
internal sealed partial class RuleFields
{
    private const int MaxCompared = 100;

    private readonly TemplateEvaluator templates = new(AliasTable.Published);
    private readonly EvaluationInput input;
    private readonly string? apiVersion;
    private readonly List<RuleField> fields = [];

    private RuleFields(EvaluationInput input, string? apiVersion)
    {
        this.input = input;
        this.apiVersion = apiVersion;
    }

    /// <summary>The fields of the policy's condition, each once.</summary>
    public static ImmutableArray<RuleField> Of(AssignedPolicy policy, PolicyDefinition definition, EvaluationContext context, string? apiVersion)
    {
        var parameters = policy.Parameters.ToBuilder();
        foreach (var parameter in definition.Parameters.Where(parameter => parameter.DefaultValue is not null && !parameters.ContainsKey(parameter.Name)))
            parameters[parameter.Name] = parameter.DefaultValue ?? NullValue.Instance;
        var reader = new RuleFields(TemplateEvaluator.Input(null, parameters.ToImmutable(), context), apiVersion);
        reader.Read(definition.If);
        return
        [
            .. reader.fields
                .GroupBy(field => string.Join('\0', field.Path.Steps), StringComparer.OrdinalIgnoreCase)
                .Select(group => new RuleField(group.First().Path, [.. group.SelectMany(field => field.Compared).Distinct().Take(MaxCompared)])),
        ];
    }

    [GeneratedRegex(@"\bfield\(\s*'([^']+)'\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FieldCall();

    // INVARIANT: the parser limits how deep conditions nest.
    private void Read(Condition condition)
    {
        switch (condition)
        {
            case AllOfCondition all: foreach (var operand in all.Operands) Read(operand); break;
            case AnyOfCondition any: foreach (var operand in any.Operands) Read(operand); break;
            case NotCondition not: Read(not.Operand); break;
            case LeafCondition leaf: Read(leaf); break;
            default: break;
        }
    }

    private void Read(LeafCondition leaf)
    {
        AddCalls(leaf.Operand.Literal);
        switch (leaf.Subject)
        {
            case FieldSubject field:
                Add(field.Field, leaf.Operator is Operator.Equals or Operator.NotEquals or Operator.In or Operator.NotIn ? Compared(leaf.Operand.Literal) : []);
                break;
            case ValueSubject value:
                AddCalls(value.Value.Literal);
                break;
            case FieldCountSubject count:
                Add(count.Field, []);
                if (count.Where is not null) Read(count.Where);
                break;
            case ValueCountSubject count:
                AddCalls(count.Value.Literal);
                if (count.Where is not null) Read(count.Where);
                break;
            default: break;
        }
    }

    private void Add(string name, ImmutableArray<PolicyValue> compared)
    {
        if (Value(new TextValue(name)) is TextValue text && FieldPath.Of(text.Value, apiVersion) is { } path) fields.Add(new RuleField(path, compared));
    }

    private void AddCalls(PolicyValue literal)
    {
        foreach (Match call in FieldCall().Matches(PolicyValueWriter.ToCompactJson(literal))) Add(call.Groups[1].Value, []);
    }

    private ImmutableArray<PolicyValue> Compared(PolicyValue literal) => Value(literal) switch
    {
        ArrayValue array => [.. array.Items.Select(Value).Where(IsScalar)],
        var value when IsScalar(value) => [value],
        _ => [],
    };

    private PolicyValue Value(PolicyValue literal) =>
        literal is TextValue text ? templates.Evaluate(text.Value, input).Value ?? UndefinedValue.Instance : literal;

    private static bool IsScalar(PolicyValue value) => value is TextValue or BooleanValue or IntegerValue or FloatValue;
}
