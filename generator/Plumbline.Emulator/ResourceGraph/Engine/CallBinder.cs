using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>Checks calls of scalar functions.</summary>
internal sealed class CallBinder(Relation input, QueryContext context)
{
    /// <summary>The call as a function of a row.</summary>
    /// <exception cref="KqlErrorException">There is no such function, or it takes another number of arguments.</exception>
    public BoundExpression Bind(CallExpression call, ImmutableArray<BoundExpression> arguments)
    {
        if (call.Name == "pack_all") return PackAll(call);
        if (call.Name == "column_ifexists") return ColumnIfExists(call, arguments);
        if (AggregateFunctions.Find(call.Name) is not null) throw BindingErrors.At(call.At, $"The aggregation function '{call.Name}' can only be used in 'summarize'.");
        var function = ScalarFunctions.Find(call.Name) ?? throw BindingErrors.UnknownFunction(call.At, ScalarFunctions.Names.Concat(AggregateFunctions.Names));
        if (arguments.Length < function.Least || arguments.Length > function.Most)
            throw BindingErrors.At(call.At, $"{call.Name}(): takes {(function.Least == function.Most ? function.Least : $"{function.Least} to {function.Most}")} arguments, not {arguments.Length}.");
        if (function.Name == "tostring" && arguments[0].Type == KqlType.Boolean) return Folded(KqlType.Text, arguments, values => ConversionFunctions.TextOfBoolean(values[0]));
        return Folded(function.TypeOf([.. arguments.Select(argument => argument.Type)]), arguments, values => QueryContext.Limited(function.Invoke(context, values)));
    }

    /// <summary>A function of operands; computed now when they are all constant.</summary>
    public static BoundExpression Folded(KqlType type, ImmutableArray<BoundExpression> operands, Func<KqlValue[], KqlValue> compute)
    {
        var constants = operands.Select(operand => operand.Constant).OfType<KqlValue>().ToArray();
        if (constants.Length == operands.Length) return BoundExpression.Of(type, compute(constants));
        var evaluators = operands.Select(operand => operand.Evaluate).ToArray();
        return new BoundExpression(type, row =>
        {
            var values = new KqlValue[evaluators.Length];
            for (var index = 0; index < values.Length; index++) values[index] = evaluators[index](row);
            return compute(values);
        });
    }

    private BoundExpression PackAll(CallExpression call)
    {
        if (call.Arguments.Length > 0) throw BindingErrors.At(call.At, "pack_all(): takes no arguments.");
        var columns = input.Columns;
        return new BoundExpression(KqlType.Dynamic, row => KqlBag.Of(columns.Select((column, index) => KeyValuePair.Create(column.Name, row[index]))));
    }

    private BoundExpression ColumnIfExists(CallExpression call, ImmutableArray<BoundExpression> arguments)
    {
        if (arguments is not [{ Constant: KqlText name }, var otherwise]) throw BindingErrors.At(call.At, "column_ifexists(): takes a column's name in quotes and a value.");
        var index = input.IndexOf(name.Value);
        return index < 0 ? otherwise : new BoundExpression(input.Columns[index].Type, row => row[index]);
    }
}
