using System.Text.Json;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Files;

/// <summary>Writes one operation of a plan.</summary>
internal static class OperationWriter
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter writer, PlanOperation operation)
    {
        writer.WriteStartObject();
        writer.WriteString("op", operation.Op);
        writer.WriteString("lane", PlanWords.Of(operation.Lane));
        writer.WriteNumber("phase", operation.Phase);
        writer.WriteString("kind", operation.Kind.Word());
        writer.WriteString("id", operation.Id);
        writer.WriteString("title", operation.Title);
        writer.WriteString("apiVersion", operation.Kind.ApiVersion());
        writer.WriteString("action", PlanWords.Of(operation.Action));
        PlanWriter.WriteOptional(writer, "supersedes", operation.Supersedes);
        PlanWriter.WriteList(writer, "reasons", operation.Reasons);
        writer.WriteString("class", PlanWords.Of(operation.Class));
        writer.WriteString("risk", PlanWords.Of(operation.Risk));
        PlanWriter.WriteOptional(writer, "source", operation.Source);
        PlanWriter.WriteList(writer, "dependsOn", operation.DependsOn);
        WritePrecondition(writer, operation.Precondition);
        if (operation.Principal is { } principal) WritePrincipal(writer, principal);
        if (operation.Body is { } body)
        {
            writer.WritePropertyName("body");
            PolicyValueWriter.WriteTo(writer, body);
            writer.WriteString("bodyDigest", ObjectDigest.Of(body));
        }

        WriteDiff(writer, operation);
        WriteInverse(writer, operation.Inverse);
        writer.WriteEndObject();
    }

    private static void WritePrecondition(Utf8JsonWriter writer, PlanPrecondition precondition)
    {
        writer.WriteStartObject("precondition");
        writer.WriteBoolean("exists", precondition.Exists);
        PlanWriter.WriteOptional(writer, "digest", precondition.Digest);
        PlanWriter.WriteOptional(writer, "instanceId", precondition.InstanceId);
        writer.WriteEndObject();
    }

    private static void WritePrincipal(Utf8JsonWriter writer, RolePrincipal principal)
    {
        writer.WriteStartObject("principal");
        writer.WriteString("assignmentId", principal.AssignmentId);
        PlanWriter.WriteOptional(writer, "principalId", principal.PrincipalId);
        writer.WriteString("roleDefinitionId", principal.RoleDefinitionId);
        PlanWriter.WriteOptional(writer, "roleName", principal.RoleName);
        writer.WriteString("scope", principal.Scope);
        PlanWriter.WriteList(writer, "because", principal.Because);
        writer.WriteEndObject();
    }

    private static void WriteDiff(Utf8JsonWriter writer, PlanOperation operation)
    {
        writer.WriteStartArray("diff");
        foreach (var difference in operation.Diff)
        {
            writer.WriteStartObject();
            writer.WriteString("path", difference.Path);
            WriteValue(writer, "before", difference.Before);
            WriteValue(writer, "after", difference.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteInverse(Utf8JsonWriter writer, PlanInverse inverse)
    {
        writer.WriteStartObject("inverse");
        writer.WriteString("action", inverse.Body is null ? "delete" : "put");
        if (inverse.Body is { } body) WriteValue(writer, "body", body);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, PolicyValue value)
    {
        if (value is UndefinedValue) return;
        writer.WritePropertyName(name);
        PolicyValueWriter.WriteTo(writer, value);
    }
}
