using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>
/// Finds the aggregation functions in the expressions of a <c>summarize</c>. Each becomes a hidden column of the group; what stands around it,
/// such as <c>round(100.0 * countif(a) / count(), 1)</c>, is left as an expression over these columns.
/// </summary>
/// <param name="keys">The names of the columns that the groups have in common; <c>arg_max(x, *)</c> leaves them out.</param>
internal sealed class AggregateBinder(ExpressionBinder binder, Relation input, ImmutableArray<string> keys)
{
    private readonly List<Func<GroupAggregate>> starts = [];
    private readonly ImmutableArray<KqlColumn>.Builder columns = ImmutableArray.CreateBuilder<KqlColumn>();

    /// <summary>The hidden columns so far.</summary>
    public ImmutableArray<KqlColumn> Columns => columns.ToImmutable();

    /// <summary>Starts a group.</summary>
    public GroupAggregate[] Start() => [.. starts.Select(start => start())];

    /// <summary>The output columns of one expression: several for <c>arg_max</c>, one for all others.</summary>
    public IEnumerable<(string? Name, KqlExpression Expression)> Bind(NamedExpression aggregate)
    {
        if (aggregate.Expression is CallExpression { Name: "arg_max" or "arg_min" } choice) return RowChoice(choice, aggregate.Name);
        var count = starts.Count;
        var expression = Rewrite(aggregate.Expression);
        if (starts.Count == count) throw BindingErrors.At(aggregate.Expression.At, $"'{aggregate.Expression.At.Text}' is not an aggregation function, such as {string.Join(", ", AggregateFunctions.Names.Take(6))}.");
        return [(aggregate.Name ?? ColumnNames.Of(aggregate.Expression), expression)];
    }

    private KqlExpression Rewrite(KqlExpression expression) => expression switch
    {
        CallExpression call when AggregateFunctions.Find(call.Name) is { } function => Hidden(call, function),
        CallExpression call => call with { Arguments = [.. call.Arguments.Select(Rewrite)] },
        MemberExpression member => member with { Target = Rewrite(member.Target) },
        ElementExpression element => element with { Target = Rewrite(element.Target), Index = Rewrite(element.Index) },
        SignExpression sign => sign with { Operand = Rewrite(sign.Operand) },
        BinaryExpression binary => binary with { Left = Rewrite(binary.Left), Right = Rewrite(binary.Right) },
        JunctionExpression junction => junction with { Terms = [.. junction.Terms.Select(Rewrite)] },
        SetExpression set => set with { Left = Rewrite(set.Left), Members = [.. set.Members.Select(Rewrite)] },
        BetweenExpression between => between with { Operand = Rewrite(between.Operand), Low = Rewrite(between.Low), High = Rewrite(between.High) },
        _ => expression,
    };

    private ColumnExpression Hidden(CallExpression call, Aggregate function)
    {
        if (call.Arguments.Length < function.Least || call.Arguments.Length > function.Most)
            throw BindingErrors.At(call.At, $"{call.Name}(): takes {(function.Least == function.Most ? function.Least : $"{function.Least} to {function.Most}")} arguments, not {call.Arguments.Length}.");
        ImmutableArray<BoundExpression> arguments = [.. call.Arguments.Select(binder.Bind)];
        var evaluators = arguments.Select(argument => argument.Evaluate).ToArray();
        starts.Add(() => GroupAggregate.Of(function.Create(), evaluators));
        return Column(call.At, function.TypeOf([.. arguments.Select(argument => argument.Type)]));
    }

    // arg_max(key, column, ...); "*" stands for all columns. The key's column comes first.
    private IEnumerable<(string? Name, KqlExpression Expression)> RowChoice(CallExpression choice, string? name)
    {
        if (choice.Arguments.Length == 0) throw BindingErrors.At(choice.At, $"{choice.Name}(): takes a value to compare, and columns or '*'.");
        var key = binder.Bind(choice.Arguments[0]);
        var keyName = name ?? ColumnNames.Of(choice.Arguments[0]);
        var chosen = choice.Arguments.Skip(1).SelectMany(argument => Chosen(argument, choice.At, ColumnNames.Of(choice.Arguments[0]))).ToList();
        var evaluators = chosen.Select(column => column.Bound.Evaluate).ToImmutableArray();
        starts.Add(() => GroupAggregate.OfRow(choice.Name == "arg_max", key.Evaluate, evaluators));
        return [(keyName, Column(choice.At, key.Type)), .. chosen.Select(column => (column.Name, (KqlExpression)Column(choice.At, column.Bound.Type)))];
    }

    private IEnumerable<(string? Name, BoundExpression Bound)> Chosen(KqlExpression argument, KqlToken at, string? keyName) => argument is StarExpression
        ? input.Columns.Where(column => column.Name != keyName && !keys.Contains(column.Name)).Select(column => ((string?)column.Name, binder.Bind(new ColumnExpression(at, column.Name))))
        : [(ColumnNames.Of(argument), binder.Bind(argument))];

    // A name that no query can write.
    private ColumnExpression Column(KqlToken at, KqlType type)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"\0{columns.Count}");
        columns.Add(new KqlColumn(name, type));
        return new ColumnExpression(at, name);
    }
}
