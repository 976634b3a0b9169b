using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Evaluation;

/// <summary>What an evaluation is asked for, member by member as batches and files have it.</summary>
/// <param name="Input">Resource, parameters, context and related resources.</param>
/// <param name="Aliases">The catalogue: <c>default</c>, <c>none</c>, a file; null for the default.</param>
/// <param name="ApiVersion">The api-version of the resource, or null.</param>
internal sealed record EvaluationRequest(EvaluationInput Input, string? Aliases, string? ApiVersion)
{
    private static readonly SourceLocation At = new("line", new TextSpan(1, 1, 1));

    /// <summary>Reads the members of a request; null with a problem when one of them has the wrong type.</summary>
    /// <param name="member">Finds a member; undefined when it is absent.</param>
    /// <param name="now">What <c>utcNow()</c> answers when the request does not say.</param>
    /// <param name="problem">What is wrong, or null.</param>
    public static EvaluationRequest? Read(Func<string, JsonElement> member, DateTimeOffset now, out Diagnostic? problem)
    {
        problem = Misfit(member, "parameters", JsonValueKind.Object) ?? Misfit(member, "related", JsonValueKind.Array) ?? Misfit(member, "context", JsonValueKind.Object)
            ?? Misfit(member, "apiVersion", JsonValueKind.String) ?? Misfit(member, "aliases", JsonValueKind.String);
        if (problem is not null) return null;
        var context = Context(member("context"), Text(member("apiVersion")), now, out problem);
        if (context is null) return null;
        var parameters = Parameters(member("parameters"));
        try
        {
            var related = member("related") is { ValueKind: JsonValueKind.Array } list ? new RelatedResourceList([.. list.EnumerateArray().Select(Document)]) : RelatedResourceList.Empty;
            var input = new EvaluationInput(Document(member("resource")), parameters, context, related);
            return new EvaluationRequest(input, Text(member("aliases")), Text(member("apiVersion")));
        }
        catch (JsonException)
        {
            problem = DiagnosticCatalog.BatchLineInvalid(At, $"a resource in it is nested deeper than {ResourceDocument.MaximumDepth} levels");
            return null;
        }

        static ImmutableDictionary<string, PolicyValue> Parameters(JsonElement given) => given.ValueKind == JsonValueKind.Object
            ? ((ObjectValue)PolicyValueReader.FromElement(given)).Properties.DistinctBy(item => item.Key, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(StringComparer.OrdinalIgnoreCase)
            : ImmutableDictionary<string, PolicyValue>.Empty;
    }

    // The text of a request lives as long as its line; a resource is small.
    private static ResourceDocument Document(JsonElement element) => ResourceDocument.Parse(
        element.ValueKind == JsonValueKind.Undefined ? "{}"u8.ToArray() : System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element).ToArray());

    private static EvaluationContext? Context(JsonElement given, string? apiVersion, DateTimeOffset now, out Diagnostic? problem)
    {
        problem = null;
        var values = given.ValueKind == JsonValueKind.Object ? (ObjectValue)PolicyValueReader.FromElement(given) : PolicyValueReader.Object();
        foreach (var name in (string[])["requestContext", "subscription", "resourceGroup", "policy", "claims"])
        {
            if (values[name] is not (UndefinedValue or NullValue or ObjectValue)) problem ??= Wrong($"context.{name}", "an object");
        }

        var time = now;
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (values["utcNow"] is not (UndefinedValue or NullValue)
            && !(values["utcNow"] is TextValue text && DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, utc, out time)))
        {
            problem ??= Wrong("context.utcNow", "a date and time in ISO 8601");
        }

        return problem is not null ? null : new EvaluationContext(time, apiVersion, Part("subscription"), Part("resourceGroup"), Part("policy"))
        {
            RequestContext = Part("requestContext"),
            Claims = Part("claims"),
        };

        ObjectValue? Part(string name) => values[name] as ObjectValue;
    }

    private static Diagnostic? Misfit(Func<string, JsonElement> member, string name, JsonValueKind expected) =>
        member(name).ValueKind is var kind && kind != expected && kind is not (JsonValueKind.Undefined or JsonValueKind.Null)
            ? Wrong(name, expected switch { JsonValueKind.Object => "an object", JsonValueKind.Array => "an array", _ => "a string" })
            : null;

    private static Diagnostic Wrong(string name, string expected) => DiagnosticCatalog.BatchLineInvalid(At, $"its '{name}' is not {expected}");

    private static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? (PolicyValueReader.FromElement(element) as TextValue)?.Value : null;
}
