using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>Checks expressions against the columns of a relation, and makes functions of rows from them.</summary>
/// <param name="input">The relation whose columns may be named.</param>
/// <param name="context">The run.</param>
/// <param name="firstColumn">The values of a nested query's first column.</param>
internal sealed class ExpressionBinder(Relation input, QueryContext context, Func<KqlQuery, ImmutableArray<KqlValue>> firstColumn)
{
    private readonly CallBinder calls = new(input, context);

    /// <summary>The run.</summary>
    public QueryContext Context => context;

    /// <summary>The expression as a function of a row.</summary>
    /// <exception cref="KqlErrorException">It names what does not exist, or combines what cannot be combined.</exception>
    public BoundExpression Bind(KqlExpression expression) => expression switch
    {
        LiteralExpression literal => BoundExpression.Of(literal.Type, literal.Value),
        ColumnExpression column => Column(column),
        MemberExpression member => Member(member),
        ElementExpression element => Element(element),
        CallExpression call => calls.Bind(call, [.. call.Arguments.Select(Bind)]),
        SignExpression sign => Sign(sign),
        BinaryExpression binary => Binary(binary, Bind(binary.Left), Bind(binary.Right)),
        JunctionExpression junction => Junction(junction),
        SetExpression set => SetTest.Bind(Bind(set.Left), set.Operator, [.. set.Members.Select(Bind)], set.Query is { } query ? firstColumn(query) : []),
        BetweenExpression between => Between(between),
        _ => throw BindingErrors.At(expression.At, "'*' is not allowed here."),
    };

    /// <summary>The expression as a condition.</summary>
    /// <exception cref="KqlErrorException">It is none.</exception>
    public Func<KqlRow, bool> Condition(KqlExpression expression)
    {
        var bound = Bind(expression);
        if (bound.Type is not (KqlType.Boolean or KqlType.Dynamic or KqlType.Long))
            throw BindingErrors.At(expression.At, $"The expression has the type '{bound.Type.KqlName()}'; 'bool' is needed.");
        var evaluate = bound.Evaluate;
        return row => LogicFunctions.IsTrue(evaluate(row));
    }

    private BoundExpression Column(ColumnExpression column)
    {
        var index = input.IndexOf(column.Name);
        if (index < 0) throw BindingErrors.UnknownColumn(column.At, column.Name, input);
        return new BoundExpression(input.Columns[index].Type, row => row[index]);
    }

    private BoundExpression Member(MemberExpression member)
    {
        var (target, name) = (Bind(member.Target), member.Name);
        if (target.Type != KqlType.Dynamic) throw BindingErrors.At(member.At, $"'.{name}' needs a value of the type 'dynamic', not '{target.Type.KqlName()}'.");
        return Folded(KqlType.Dynamic, [target], values => values[0] is KqlBag bag ? bag[name] : KqlNull.Instance);
    }

    private BoundExpression Element(ElementExpression element)
    {
        var (target, index) = (Bind(element.Target), Bind(element.Index));
        if (target.Type != KqlType.Dynamic) throw BindingErrors.At(element.At, $"'[]' needs a value of the type 'dynamic', not '{target.Type.KqlName()}'.");
        return Folded(KqlType.Dynamic, [target, index], values => (values[0], values[1]) switch
        {
            (KqlBag bag, KqlText name) => bag[name.Value],
            (KqlArray array, KqlLong at) => array.At(at.Value),
            _ => KqlNull.Instance,
        });
    }

    private BoundExpression Sign(SignExpression sign)
    {
        var operand = Bind(sign.Operand);
        if (operand.Type is not (KqlType.Long or KqlType.Real or KqlType.Timespan)) throw BindingErrors.At(sign.At, $"A sign needs a number or a timespan, not '{operand.Type.KqlName()}'.");
        if (!sign.IsNegative) return operand;
        return Folded(operand.Type, [operand], values => values[0] is KqlTimespan ? Arithmetic.Subtract(new KqlTimespan(TimeSpan.Zero), values[0]) : Arithmetic.Subtract(new KqlLong(0), values[0]));
    }

    private BoundExpression Binary(BinaryExpression binary, BoundExpression left, BoundExpression right)
    {
        var test = BinaryFunctions.Find(binary.Operator, context) ?? throw BindingErrors.At(binary.At, $"The operator '{binary.Operator}' is not supported.");
        var type = KqlType.Boolean;
        if (binary.Operator is "+" or "-" or "*" or "/" or "%")
        {
            type = Arithmetic.TypeOf(binary.Operator, left.Type, right.Type)
                ?? throw BindingErrors.At(binary.At, $"The operator '{binary.Operator}' cannot take '{left.Type.KqlName()}' and '{right.Type.KqlName()}'. Try an explicit cast, such as tolong() or todouble().");
        }
        else if (left.Type == KqlType.Dynamic && right.Type == KqlType.Dynamic && binary.Operator is ("==" or "!=" or "<" or ">" or "<=" or ">="))
        {
            throw BindingErrors.At(binary.At, "Cannot compare values of types dynamic and dynamic. Try adding explicit casts.");
        }

        return Folded(type, [left, right], values => test(values[0], values[1]));
    }

    // Null with "and" and "or" is unknown: it decides nothing.
    private BoundExpression Junction(JunctionExpression junction)
    {
        var terms = junction.Terms.Select(Bind).ToArray();
        foreach (var (term, syntax) in terms.Zip(junction.Terms))
        {
            if (term.Type is not (KqlType.Boolean or KqlType.Dynamic or KqlType.Long)) throw BindingErrors.At(syntax.At, $"'and' and 'or' need 'bool', not '{term.Type.KqlName()}'.");
        }

        var (evaluators, decides) = (terms.Select(term => term.Evaluate).ToArray(), !junction.IsAnd);
        return new BoundExpression(KqlType.Boolean, row =>
        {
            var isUnknown = false;
            foreach (var evaluate in evaluators)
            {
                var truth = KqlConvert.ToBoolean(evaluate(row));
                if (truth == decides) return KqlBoolean.Of(decides);
                isUnknown |= truth is null;
            }

            return isUnknown ? KqlNull.Instance : KqlBoolean.Of(!decides);
        });
    }

    private BoundExpression Between(BetweenExpression between)
    {
        var (operand, low, high) = (Bind(between.Operand), Bind(between.Low), Bind(between.High));
        // "between (start .. length)": the end is counted from the start.
        var isLength = low.Type == KqlType.DateTime && high.Type == KqlType.Timespan;
        var (atLeast, atMost) = (BinaryFunctions.Find(">=", context), BinaryFunctions.Find("<=", context));
        return Folded(KqlType.Boolean, [operand, low, high], values =>
        {
            var end = isLength ? Arithmetic.Add(values[1], values[2]) : values[2];
            var isWithin = LogicFunctions.IsTrue(atLeast?.Invoke(values[0], values[1]) ?? KqlNull.Instance) && LogicFunctions.IsTrue(atMost?.Invoke(values[0], end) ?? KqlNull.Instance);
            return KqlBoolean.Of(isWithin != between.IsNegated);
        });
    }

    private static BoundExpression Folded(KqlType type, ImmutableArray<BoundExpression> operands, Func<KqlValue[], KqlValue> compute) => CallBinder.Folded(type, operands, compute);
}
