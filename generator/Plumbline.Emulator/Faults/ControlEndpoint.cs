using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>The emulator's own endpoint, which Azure does not have: <c>/emulator/faults</c> and <c>/emulator/log</c>. It takes no api-version, and no fault meets it.</summary>
internal sealed class ControlEndpoint(FaultInjector injector, HiddenResources hidden, RequestLog log)
{
    private const string Prefix = "/emulator/";

    /// <summary>How many bytes a plan may have.</summary>
    public const int BodyLimit = 256 * 1024;

    /// <summary>Whether a path is one of this endpoint.</summary>
    public static bool Serves(string path) => path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The answer to a request of the emulator's owner.</summary>
    public ArmResponse Answer(ArmRequest request) => request.Path.ToLowerInvariant() switch
    {
        Prefix + "faults" => Faults(request),
        Prefix + "log" => Log(request),
        _ => ArmEnvelope.Error(FaultErrors.UnknownControl(request.Path)),
    };

    private ArmResponse Faults(ArmRequest request)
    {
        switch (request.Method)
        {
            case "GET":
                return new ArmResponse(200, FaultPlanDocument.Of(injector.Plan));
            case "PUT":
                return Follow(request.Body);
            case "DELETE":
                injector.Follow(FaultPlan.None);
                hidden.Clear();
                return new ArmResponse(204);
            default:
                return ArmEnvelope.Error(ArmErrors.MethodNotAllowed(request.Method, request.Path));
        }
    }

    private ArmResponse Follow(JsonObject? body)
    {
        if (body is null) return ArmEnvelope.Error(ArmErrors.InvalidRequestContent("The request has no JSON object"));
        var (plan, problems) = FaultPlanReader.Read(Json.Freeze(body));
        if (plan is null) return ArmEnvelope.Error(FaultErrors.InvalidPlan(problems));
        injector.Follow(plan);
        hidden.Clear();
        return new ArmResponse(200, FaultPlanDocument.Of(plan));
    }

    private ArmResponse Log(ArmRequest request)
    {
        if (request.Method != "GET") return ArmEnvelope.Error(ArmErrors.MethodNotAllowed(request.Method, request.Path));
        return Paging.TryNumber(request, "$top", RequestLog.Capacity, out var count)
            ? new ArmResponse(200, log.Document(count))
            : ArmEnvelope.Error(ArmErrors.InvalidQuery($"The value of $top must be a number from 0 to {RequestLog.Capacity}."));
    }
}
