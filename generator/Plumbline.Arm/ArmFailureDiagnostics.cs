using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm;

/// <summary>Tells a failure as a diagnostic, with what to do.</summary>
public static class ArmFailureDiagnostics
{
    /// <summary>The diagnostic for <paramref name="failure"/>.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="at">The document the call was for, or the endpoint.</param>
    public static Diagnostic ToDiagnostic(this ArmFailure failure, SourceLocation at)
    {
        var call = $"{failure.Method} {failure.Path}";
        var answer = Answer(failure);
        return failure.Kind switch
        {
            ArmFailureKind.Unreachable => DiagnosticCatalog.EndpointUnreachable(at, call, answer),
            ArmFailureKind.NotSignedIn => DiagnosticCatalog.NotSignedIn(at, call, answer),
            ArmFailureKind.NotAuthorized => DiagnosticCatalog.NotAuthorized(at, call, answer, failure.CorrelationId),
            ArmFailureKind.DeniedByPolicy => DiagnosticCatalog.DeniedByPolicy(at, call, string.Join("', '", failure.DeniedBy), answer),
            ArmFailureKind.NotFound => DiagnosticCatalog.ArmObjectNotFound(at, call, answer),
            ArmFailureKind.Conflict => DiagnosticCatalog.ArmConflict(at, call, answer),
            ArmFailureKind.Throttled => DiagnosticCatalog.ArmThrottled(at, call, answer),
            ArmFailureKind.Rejected => DiagnosticCatalog.ArmRejected(at, call, answer, failure.CorrelationId),
            ArmFailureKind.ServiceFailed => DiagnosticCatalog.ArmServiceFailed(at, call, answer, failure.CorrelationId),
            ArmFailureKind.NotConfirmed => DiagnosticCatalog.ApplyNotConfirmed(at, failure.Path, failure.Message),
            ArmFailureKind.Interrupted => DiagnosticCatalog.ApplyInterrupted(at, call),
            _ => DiagnosticCatalog.UnexpectedArmAnswer(at, call, answer),
        };
    }

    private static string Answer(ArmFailure failure) => (failure.Status, failure.Code) switch
    {
        ({ } status, { } code) => $"{status} {code}: {failure.Message}",
        ({ } status, null) => $"{status}: {failure.Message}",
        _ => failure.Message,
    };
}
