using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Applies what <c>modify</c> and <c>append</c> do to a resource.</summary>
internal static class ResourceChange
{
    private static readonly ImmutableArray<string> Operations = ["add", "addOrReplace", "remove"];

    /// <summary>The result with the operations told and applied. An operation whose condition is false is told and not applied.</summary>
    public static EvaluationResult Modify(EvaluationResult result, PolicyValue details, ResourceDocument resource, FieldResolver fields)
    {
        if (details is not ObjectValue item) return result with { Details = details };
        var told = new ObjectValue([.. item.Properties.Select(member => Is(member.Key, "operations") ? new(member.Key, Canonical(member.Value)) : member)]);
        var editor = new ResourceEditor(resource.ToValue(), fields);
        if (item["operations"] is ArrayValue operations)
        {
            foreach (var operation in operations.Items.OfType<ObjectValue>().Where(operation => IsWanted(operation["condition"])))
                editor.Apply(OperationOf(operation), Text(operation["field"]), operation["value"]);
        }

        return result with { Details = told, Resource = editor.Resource, Remarks = editor.Remarks };
    }

    /// <summary>The result with the fields told and added.</summary>
    public static EvaluationResult Append(EvaluationResult result, PolicyValue details, ResourceDocument resource, FieldResolver fields)
    {
        ImmutableArray<PolicyValue> items = details is ArrayValue array ? array.Items : [details];
        var editor = new ResourceEditor(resource.ToValue(), fields);
        foreach (var item in items.OfType<ObjectValue>()) editor.Append(Text(item["field"]), item["value"]);
        return result with { Details = new ArrayValue(items), Resource = editor.HasConflict ? resource.ToValue() : editor.Resource, HasConflict = editor.HasConflict, Remarks = editor.Remarks };
    }

    // A condition that could not be evaluated is still text: it asks for the api-version of a request, and outside of one every version will do.
    private static bool IsWanted(PolicyValue condition) => condition is not BooleanValue { Value: false };

    private static PolicyValue Canonical(PolicyValue operations) => operations is ArrayValue array
        ? new ArrayValue([.. array.Items.Select(operation => operation is ObjectValue item
            ? new ObjectValue([.. item.Properties.Select(member => Is(member.Key, "operation") ? new(member.Key, new TextValue(OperationOf(item))) : member)])
            : operation)])
        : operations;

    private static string OperationOf(ObjectValue operation) =>
        Operations.FirstOrDefault(known => Is(Text(operation["operation"]), known)) ?? Text(operation["operation"]);

    private static string Text(PolicyValue value) => (value as TextValue)?.Value ?? "";

    private static bool Is(string name, string keyword) => string.Equals(name, keyword, StringComparison.OrdinalIgnoreCase);
}
