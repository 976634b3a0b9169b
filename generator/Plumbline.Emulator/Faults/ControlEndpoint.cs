using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>What the emulator's own endpoint answers about faults and the log. Azure has no such thing; no fault meets it.</summary>
internal sealed class ControlEndpoint(FaultInjector injector, HiddenResources hidden, RequestLog log)
{
    private const string Prefix = "/emulator/";

    /// <summary>Whether a path belongs to the emulator itself, not to ARM.</summary>
    public static bool Serves(string path) => path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The plan that is followed.</summary>
    public ArmResponse Show() => new(200, FaultPlanDocument.Of(injector.Plan));

    /// <summary>Follows no plan any more; what was hidden shows.</summary>
    public ArmResponse Stop()
    {
        injector.Follow(FaultPlan.None);
        hidden.Clear();
        return new ArmResponse(204);
    }

    /// <summary>Follows the plan of a body.</summary>
    public ArmResponse Follow(JsonObject? body)
    {
        if (body is null) return ArmEnvelope.Error(ArmErrors.InvalidRequestContent("The request has no JSON object"));
        var (plan, problems) = FaultPlanReader.Read(Json.Freeze(body));
        if (plan is null) return ArmEnvelope.Error(FaultErrors.InvalidPlan(problems));
        injector.Follow(plan);
        hidden.Clear();
        return Show();
    }

    /// <summary>The newest requests, as many as <c>$top</c> says.</summary>
    public ArmResponse Log(ArmRequest request) => Paging.TryNumber(request, "$top", RequestLog.Capacity, out var count)
        ? new ArmResponse(200, log.Document(count))
        : ArmEnvelope.Error(ArmErrors.InvalidQuery($"The value of $top must be a number from 0 to {RequestLog.Capacity}."));
}
