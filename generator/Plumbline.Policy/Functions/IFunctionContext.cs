using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>What template functions read besides their arguments. Every member may answer with a <see cref="FailedValue"/>.</summary>
internal interface IFunctionContext
{
    /// <summary>What <c>utcNow()</c> answers.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>The value of a parameter.</summary>
    PolicyValue Parameter(string name);

    /// <summary>The value of a field of the resource, null when it is missing.</summary>
    PolicyValue Field(string name);

    /// <summary>The current member of a count; without a name that of the only count.</summary>
    PolicyValue Current(string? name);

    /// <summary>The context object a function of this name answers with.</summary>
    PolicyValue ContextObject(string function);

    /// <summary>The function of a name, or null when it cannot be called here.</summary>
    TemplateFunction? Function(string name) => FunctionTable.TryFind(name, out var function) ? function : null;

    /// <summary>What the call of a function that is not there answers.</summary>
    FailedValue Undefined(string name) => new(UnsupportedFunctions.Describe(name));

    /// <summary>What stands for a member that the answer of <paramref name="origin"/> lacks; null when its absence is a failure.</summary>
    PolicyValue? AbsentMember(CallExpression origin) => Function(origin.Name) is { IsContext: true } ? NullValue.Instance : null;
}
