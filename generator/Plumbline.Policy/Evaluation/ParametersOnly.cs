using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>What expressions may read before there is a resource: parameters.</summary>
/// <param name="parameters">The parameters.</param>
/// <param name="reason">Why there is nothing else.</param>
internal sealed class ParametersOnly(ParameterValues parameters, string reason) : IFunctionContext
{
    private readonly FailedValue nothing = new(reason);

    public DateTimeOffset UtcNow => default;

    public PolicyValue Parameter(string name) => parameters[name];

    public PolicyValue Field(string name) => nothing;

    public PolicyValue Current(string? name) => nothing;

    public PolicyValue ContextObject(string function) => nothing;
}
