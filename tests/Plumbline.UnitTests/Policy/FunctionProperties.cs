using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

public sealed class FunctionProperties
{
    private static readonly ExpressionCaseContext Context = new([], JObject.Parse("""{"subscription": {}, "resourceGroup": {}, "policy": {}, "requestContext": {}, "claims": {}}"""), []);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.Char.Array[0, 6].Select(characters => new string(characters)),
        Gen.OneOf("", " ", "a", "A", "-", "a,b", "1", "-1", "1.5", "true", "é", "e\u0301", "ß", "ss", "\u200d", "😀", "\ud83d", "\ude00", "\0", "\r\n"),
        Gen.OneOf("{0}", "{1}", "{0,9}", "{0,-999999}", "{0:D999999999}", "{0:F999999999}", "{0:G999999999}", "{0:X4}", "{", "}", "{{", "{0:000}", "{0:N}", "{0,}", "{0:}", "{99999999999}"),
        Gen.OneOf("10.0.0.0/8", "10.0.0.1-10.0.0.9", "::1", "2024-01-31T00:00:00Z", "0001-01-01T00:00:00.0000000+14:00", "9999-12-31T23:59:59.9999999Z", "https://a.b/c", "//", "mailto:a@b", "data:,a", "data:;base64,YQ==", "YQ==", "null", "{a:1}", "[", "{\"a\":", "new Date(1)", "[undefined]", "NaN", "[-Infinity]", "1e999", "0x", "/*", "name", "tags.a"));

    private static readonly Gen<PolicyValue> AnyScalar = Gen.OneOf<PolicyValue>(
        AnyText.Select(PolicyValue (text) => new TextValue(text)),
        Gen.Long.Select(PolicyValue (number) => new IntegerValue(number)),
        Gen.Int[-3, 20].Select(PolicyValue (number) => new IntegerValue(number)),
        Gen.OneOf(long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, 4294967296L, 10_000L).Select(PolicyValue (number) => new IntegerValue(number)),
        Gen.Double.Select(PolicyValue (number) => new FloatValue(number)),
        Gen.Bool.Select(PolicyValue (truth) => BooleanValue.Of(truth)),
        Gen.Const<PolicyValue>(NullValue.Instance),
        Gen.Const<PolicyValue>(UndefinedValue.Instance));

    private static readonly Gen<PolicyValue> AnyValue = Gen.Recursive<PolicyValue>((depth, inner) => depth > 3
        ? AnyScalar
        : Gen.Frequency(
            (4, AnyScalar),
            (1, inner.Array[0, 4].Select(PolicyValue (items) => new ArrayValue([.. items]))),
            (1, Gen.Select(AnyText, inner).Array[0, 4].Select(PolicyValue (pairs) => new ObjectValue([.. pairs.DistinctBy(pair => pair.Item1, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))])))));

    private static readonly ImmutableArray<string> Names = [.. FunctionTable.Names.Order(StringComparer.Ordinal)];

    [Fact]
    public void Function_of_any_arguments_gives_a_value_within_the_limits_or_a_failure() =>
        Gen.Select(Gen.Int[0, Names.Length - 1], AnyValue.Array[0, 5]).Sample((function, arguments) => HasResult(Names[function], arguments), iter: 20_000);

    // Random arguments are rarely of the right kinds: here they are.
    [Fact]
    public void Function_of_arguments_of_its_kinds_gives_a_value_within_the_limits_or_a_failure() =>
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, 3], AnyValue.Array[20]).Sample((index, count, values) =>
        {
            Assert.True(FunctionTable.TryFind(Names[index], out var function));
            var fitting = Enumerable.Range(0, function.Minimum + (function.Repeats ? count : 0))
                .Select(position => values.Skip(position).FirstOrDefault(value => (function.KindOf(position) & ValueKinds.KindOf(value)) != 0) ?? NullValue.Instance);
            HasResult(function.Name, [.. fitting]);
        }, iter: 10_000);

    [Fact]
    public void Access_to_anything_by_anything_gives_a_value_or_a_failure() =>
        Gen.Select(AnyValue, AnyValue).Sample((target, key) => Assert.NotNull(ValueAccess.Read(target, key)));

    [Fact]
    public void Text_in_brackets_gives_an_expression_or_an_error_inside_of_the_text() =>
        Gen.OneOf(AnyText, Gen.OneOf("concat(", "'a'", ",", ")", "[0]", ".a", " ", "-1", "true", "length(").Array[0, 12].Select(string.Concat)).Sample(text =>
        {
            var parsed = ExpressionParser.Parse($"[{text}]");
            Assert.Equal(parsed.Value is null, parsed.Error is not null);
            Assert.InRange(parsed.Start + parsed.Length, 0, text.Length + 2);
        });

    [Fact]
    public void Equality_is_that_of_the_values_and_equal_values_hash_alike() =>
        Gen.Select(AnyValue, AnyValue).Sample((left, right) =>
        {
            Assert.True(DeepEquality.Comparer.Equals(left, left));
            Assert.Equal(DeepEquality.Comparer.Equals(left, right), DeepEquality.Comparer.Equals(right, left));
            if (DeepEquality.Comparer.Equals(left, right)) Assert.Equal(DeepEquality.Comparer.GetHashCode(left), DeepEquality.Comparer.GetHashCode(right));
        });

    [Fact]
    public void Short_cut_for_ascii_agrees_with_the_culture() =>
        Gen.Select(Gen.Char[' ', '~'].Array[0, 4], Gen.Char[' ', '~'].Array[0, 3]).Sample((first, second) =>
        {
            var (text, part) = (new string(first), new string(second));
            var culture = CultureInfo.InvariantCulture.CompareInfo;
            Assert.Equal(culture.Compare(text, part, CompareOptions.IgnoreCase) == 0, InvariantText.AreEqual(text, part));
            Assert.Equal(culture.IndexOf(text, part, CompareOptions.IgnoreCase), InvariantText.IndexOf(text, part));
            Assert.Equal(culture.LastIndexOf(text, part, CompareOptions.IgnoreCase), InvariantText.LastIndexOf(text, part));
            Assert.Equal(culture.IsSuffix(text, part, CompareOptions.IgnoreCase), InvariantText.EndsWith(text, part));
        });

    [Fact]
    public void Replace_is_that_of_dotnet() =>
        Gen.Select(AnyText, AnyText.Where(text => text.Length > 0), AnyText).Sample((text, sought, replacement) =>
            Assert.Equal(
                new TextValue(text.Replace(sought, replacement, ignoreCase: true, CultureInfo.InvariantCulture)),
                Call("replace", new TextValue(text), new TextValue(sought), new TextValue(replacement))));

    private static void HasResult(string name, PolicyValue[] arguments)
    {
        var result = Call(name, arguments);
        Assert.IsNotType<UndefinedValue>(result);
        if (result is FailedValue failed)
        {
            // Runes hold no half of a pair: a reason with one would differ.
            Assert.Equal(failed.Reason, string.Concat(failed.Reason.EnumerateRunes()));
            Assert.DoesNotMatch("[\\p{Cc}\\p{Zl}\\p{Zp}]", failed.Reason);
            return;
        }

        Assert.Same(result, EvaluationLimits.Check(result, name));
        Assert.NotNull(PolicyValueWriter.ToCompactJson(result));
        Assert.NotNull(ValueDescription.Of(result));
    }

    internal static PolicyValue Call(string name, params PolicyValue[] arguments) =>
        ExpressionEvaluator.Evaluate(new CallExpression(name, [.. arguments.Select(value => new LiteralExpression(value, 0, 0))], 0, 0), Context);
}
