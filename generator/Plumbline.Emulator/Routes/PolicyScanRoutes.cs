using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>On-demand scans: <c>triggerEvaluation</c> and its operation.</summary>
internal sealed class PolicyScanRoutes(ScanRunner runner)
{
    private const string OperationType = "Microsoft.PolicyInsights/asyncOperationResults";
    private const string Trigger = $"/providers/{PolicyRecordRoutes.States}/latest/triggerEvaluation";

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("POST", "/subscriptions/{subscription}" + Trigger, PolicyRecordRoutes.States, Start),
        new("POST", "/subscriptions/{subscription}/resourceGroups/{group}" + Trigger, PolicyRecordRoutes.States, Start),
        new("GET", $"/subscriptions/{{subscription}}/providers/{OperationType}/{{operation}}", OperationType, Poll),
    ];

    private Outcome Start(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path[..^Trigger.Length], scope =>
    {
        var operation = runner.Start(scope);
        var location = $"{request.Endpoint}/subscriptions/{request["subscription"]}/providers/{OperationType}/{operation}"
            + ArmRequest.QueryText([new("api-version", request.ApiVersion)]);
        return Running(location);
    });

    private Outcome Poll(ArmState state, ArmRequest request) => ScopeCheck.In(state, "/subscriptions/" + request["subscription"], _ =>
    {
        if (!Guid.TryParse(request["operation"], out var id) || runner.Find(id) is not { } operation) return InsightsErrors.OperationNotFound(request["operation"]);
        if (!operation.IsCompleted) return Running(request.Link());
        return new ArmResponse(200, operation.Exception is { } failure ? Failed(failure.GetBaseException().Message) : new JsonObject { ["status"] = "Succeeded" });
    });

    private static JsonObject Failed(string reason) => new()
    {
        ["status"] = "Failed",
        ["error"] = new JsonObject { ["code"] = "PolicyEvaluationFailed", ["message"] = $"The evaluation failed: {reason}" },
    };

    private static Outcome Running(string location) => new ArmResponse(202).With("Location", location).With("Retry-After", "1");
}
