using System.Collections.Immutable;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions that read the resource, the parameters, the counts and the request.</summary>
internal static class ContextFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("parameters", [Text], (arguments, context) => context.Parameter(ValueKinds.Text(arguments[0]))),
        new("field", [Text], (arguments, context) => context.Field(ValueKinds.Text(arguments[0]))) { ReadsEvaluation = true },
        new("current", [Text], (arguments, context) => context.Current(arguments.Length == 0 ? null : ValueKinds.Text(arguments[0]))) { Minimum = 0, ReadsEvaluation = true },
        Object("subscription"),
        Object("resourceGroup"),
        Object("policy"),
        Object("requestContext"),
        new("claims", [Text], (arguments, context) => arguments.IsEmpty ? context.ContextObject("claims") : ValueAccess.Read(context.ContextObject("claims"), arguments[0])) { Minimum = 0, ReadsEvaluation = true },
    ];

    private static TemplateFunction Object(string name) =>
        new(name, [], (_, context) => context.ContextObject(name)) { IsContext = true, ReadsEvaluation = true };
}
