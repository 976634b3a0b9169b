using System.Collections.Immutable;
using CsCheck;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Compilation;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Generation.Compilation;

/// <summary>The law of secure states, on random requirements and random resources.</summary>
public sealed class SecureStateLawTests
{
    private const string Type = "Test.App/things";

    private static readonly AliasTable Aliases = AliasTable.Of([
        .. new[] { "a", "b", "list[*]", "list[*].x", "list[*].y", "texts[*]" }.Select(name => new Alias($"{Type}/{name}", $"properties.{name}", IsDerived: false))]);

    private static readonly PolicyEvaluator Evaluator = new(Aliases);

    private static readonly Gen<PolicyValue> Value = Gen.OneOf<PolicyValue>(
        Gen.Const<PolicyValue>(UndefinedValue.Instance),
        Gen.Const<PolicyValue>(NullValue.Instance),
        Gen.OneOf("", "x", "X", "xy", "1", "true").Select(text => (PolicyValue)new TextValue(text)),
        Gen.Long[0, 2].Select(number => (PolicyValue)new IntegerValue(number)),
        Gen.Bool.Select(boolean => (PolicyValue)new BooleanValue(boolean)));

    private static readonly Gen<(Operator, PolicyValue)> Test = Gen.OneOf<(Operator, PolicyValue)>(
        Gen.Select(Gen.OneOf(Operator.Equals, Operator.NotEquals), Value).Where(test => test.Item2 is not UndefinedValue),
        Gen.Select(
            Gen.OneOf(Operator.Contains, Operator.NotContains, Operator.Greater, Operator.GreaterOrEquals, Operator.Less, Operator.LessOrEquals),
            Value).Where(test => test.Item2 is not (UndefinedValue or NullValue)),
        Gen.Select(Gen.OneOf(Operator.In, Operator.NotIn), Value.Where(value => value is not (UndefinedValue or NullValue)).Array[0, 3].Select(items => (PolicyValue)new ArrayValue([.. items]))),
        Gen.Select(Gen.OneOf(Operator.Like, Operator.NotLike), Gen.OneOf("*", "x*", "1*").Select(text => (PolicyValue)new TextValue(text))),
        Gen.Select(Gen.Const(Operator.Exists), Gen.Bool.Select(boolean => (PolicyValue)new BooleanValue(boolean))));

    private static readonly Gen<ObjectValue> Resource = Gen.Select(Value, Value, Members(Item()), Members(Value.Where(value => value is not UndefinedValue)))
        .Select((a, b, list, texts) => Thing(("a", a), ("b", b), ("list", list), ("texts", texts)));

    [Fact]
    public void Resource_is_found_if_and_only_if_it_is_meant_and_not_secure()
    {
        Gen.Select(Tree("a", "b"), Tree("a", "b"), Gen.Bool, Resource).Sample((when, require, missingIsViolation, resource) =>
        {
            var state = new SecureState(Type, when, [], null, require, missingIsViolation, null);
            var properties = (ObjectValue)resource["properties"];

            var isSecure = new StrictInterpreter(missingIsViolation, name => properties[name]).Satisfies(require);

            return Finds(StateCompiler.If(state), resource) == (Finds(FieldNames.Expand(when, Type), resource) && !isSecure);
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("list", "[*].x", "[*].y")]
    [InlineData("texts", "[*]", "[*]")]
    public void Resource_is_found_if_and_only_if_a_member_is_meant_and_not_secure(string array, string first, string second)
    {
        Gen.Select(Tree(first, second), Tree(first, second, "a"), Gen.Bool, Resource).Sample((where, require, missingIsViolation, resource) =>
        {
            var state = new SecureState(Type, null, [$"{array}[*]"], where, require, missingIsViolation, null);
            var properties = (ObjectValue)resource["properties"];
            var members = (properties[array] as ArrayValue)?.Items ?? [];

            var expected = members.Select(member => new StrictInterpreter(missingIsViolation, name => Read(properties, member, name)))
                .Any(member => member.Selects(where) && !member.Satisfies(require));

            return Finds(StateCompiler.If(state), resource) == expected;
        }, iter: 20_000);
    }

    [Fact]
    public void Related_resource_is_accepted_if_and_only_if_it_is_secure()
    {
        Gen.Select(Tree("a", "b"), Gen.Bool, Resource).Sample((require, missingIsViolation, resource) =>
        {
            var state = new SecureState("Test.App/owners", null, [], null, null, missingIsViolation, new RelatedState(Type, null, require));
            var properties = (ObjectValue)resource["properties"];

            var existence = StateCompiler.Existence(state);

            return existence is not null && Finds(existence, resource) == new StrictInterpreter(missingIsViolation, name => properties[name]).Satisfies(require);
        }, iter: 20_000);
    }

    [Fact]
    public void Generated_condition_is_in_the_form_a_reviewer_would_write()
    {
        Gen.Select(Tree("a", "b"), Tree("[*].x", "[*].y", "a"), Gen.Bool).Sample((when, require, missingIsViolation) =>
        {
            var condition = StateCompiler.If(new SecureState(Type, when, ["list[*]"], null, require, missingIsViolation, null));

            return condition is AllOfCondition { Operands: [LeafCondition { Subject: FieldSubject { Field: "type" } }, ..] } && IsPlain(condition);
        }, iter: 20_000);
    }

    private static bool IsPlain(Condition condition) => condition switch
    {
        AllOfCondition all => all.Operands.Length != 1 && all.Operands.All(operand => operand is not AllOfCondition && IsPlain(operand)),
        AnyOfCondition any => any.Operands.Length != 1 && any.Operands.All(operand => operand is not AnyOfCondition && IsPlain(operand)),
        NotCondition not => not.Operand is LeafCondition { Operator: Operator.Greater or Operator.GreaterOrEquals or Operator.Less or Operator.LessOrEquals },
        LeafCondition { Subject: FieldCountSubject { Where: { } where } } => IsPlain(where),
        _ => true,
    };

    private static Gen<Condition> Tree(params string[] fields) => Tree(3, Gen.OneOf(fields));

    private static Gen<Condition> Tree(int depth, Gen<string> field)
    {
        var leaf = Gen.Select(field, Test).Select((name, test) => (Condition)new LeafCondition(new FieldSubject(name), test.Item1, new Operand(test.Item2)));
        if (depth == 0) return leaf;
        var inner = Tree(depth - 1, field);
        return Gen.Frequency<Condition>(
            (3, leaf),
            (1, inner.Select(operand => (Condition)new NotCondition(operand))),
            (1, inner.Array[0, 3].Select(operands => (Condition)new AllOfCondition([.. operands]))),
            (1, inner.Array[0, 3].Select(operands => (Condition)new AnyOfCondition([.. operands]))));
    }

    private static Gen<PolicyValue> Item() => Gen.Select(Value, Value).Select((x, y) => (PolicyValue)Object(("x", x), ("y", y)));

    private static Gen<PolicyValue> Members(Gen<PolicyValue> member) => Gen.OneOf<PolicyValue>(
        Gen.Const<PolicyValue>(UndefinedValue.Instance),
        member.Array[0, 3].Select(items => (PolicyValue)new ArrayValue([.. items])));

    private static ObjectValue Thing(params (string, PolicyValue)[] properties) =>
        Object(("id", new TextValue($"/subscriptions/s/resourceGroups/g/providers/{Type}/n")), ("name", new TextValue("n")), ("type", new TextValue(Type)), ("properties", Object(properties)));

    private static ObjectValue Object(params (string Name, PolicyValue Value)[] properties) =>
        PolicyValueReader.Object([.. properties.Where(property => property.Value is not UndefinedValue)]);

    private static PolicyValue Read(ObjectValue properties, PolicyValue member, string name) => name switch
    {
        "[*]" => member,
        ['[', '*', ']', '.', .. var property] => ((ObjectValue)member)[property],
        _ => properties[name],
    };

    private static bool Finds(Condition condition, ObjectValue resource)
    {
        var definition = new PolicyDefinition("d", null, null, "All", PolicyValueReader.Object(), null, [], condition, new EffectClause("Audit", null, null));
        var input = new EvaluationInput(resource, ImmutableDictionary<string, PolicyValue>.Empty, new EvaluationContext(DateTimeOffset.UnixEpoch), new NoRelatedResources());
        var result = Evaluator.Evaluate(definition, input);
        return result.Status == EvaluationStatus.Error
            ? throw new InvalidOperationException(result.Error)
            : result.Status == EvaluationStatus.NonCompliant;
    }

    private sealed class NoRelatedResources : IRelatedResources
    {
        public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) => [];
    }
}
