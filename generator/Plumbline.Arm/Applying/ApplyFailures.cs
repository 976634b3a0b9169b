using System.Globalization;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Applying;

/// <summary>Tells failures of calls as failures of operations, at the source of the object.</summary>
internal static class ApplyFailures
{
    /// <summary>The failure of a call.</summary>
    public static ApplyFailure Of(ArmFailure failure, SourceLocation at) =>
        Make(KindOf(failure), failure, (failure with { Message = Tokens.Hide(failure.Message) }).ToDiagnostic(at));

    /// <summary>The failure of a call under another name.</summary>
    public static ApplyFailure Of(ArmFailure failure, ApplyFailureKind kind, Diagnostic diagnostic) => Make(kind, failure, diagnostic);

    /// <summary>A failure without an answer.</summary>
    public static ApplyFailure Of(ApplyFailureKind kind, string call, Diagnostic diagnostic) => new(kind, call, null, null, diagnostic.Message, null, diagnostic);

    /// <summary>The end of an operation of which the journal could not be told.</summary>
    public static OperationEnd JournalNotWritten(PlanOperation operation, string journal, Exception exception) =>
        new OperationEnd.Failed(Of(ApplyFailureKind.Journal, operation.Id, DiagnosticCatalog.JournalNotWritten(new SourceLocation(journal), exception.Message)));

    /// <summary>Where an operation's object is declared; the operation itself when it is declared nowhere any more.</summary>
    public static SourceLocation At(PlanOperation operation)
    {
        if (operation.Source is not { } source) return new(operation.Op);
        var colon = source.LastIndexOf(':');
        return colon > 0 && int.TryParse(source[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? new(source[..colon], new TextSpan(line, 1)) : new(source);
    }

    /// <summary>Whether the next call would fail for the same reason.</summary>
    public static bool IsHopeless(ApplyFailure failure) => failure.Kind is ApplyFailureKind.Unreachable or ApplyFailureKind.NotSignedIn or ApplyFailureKind.Journal;

    private static ApplyFailure Make(ApplyFailureKind kind, ArmFailure failure, Diagnostic diagnostic) =>
        new(kind, $"{failure.Method} {failure.Path}", failure.Status, failure.Code, Tokens.Hide(failure.Message), failure.CorrelationId, diagnostic);

    private static ApplyFailureKind KindOf(ArmFailure failure) => failure.Kind switch
    {
        ArmFailureKind.Unreachable => ApplyFailureKind.Unreachable,
        ArmFailureKind.NotSignedIn => ApplyFailureKind.NotSignedIn,
        ArmFailureKind.NotAuthorized => ApplyFailureKind.NotAuthorized,
        ArmFailureKind.DeniedByPolicy => ApplyFailureKind.Denied,
        ArmFailureKind.NotFound => ApplyFailureKind.NotFound,
        ArmFailureKind.Conflict => ApplyFailureKind.Conflict,
        ArmFailureKind.Throttled => ApplyFailureKind.Throttled,
        ArmFailureKind.Rejected => ApplyFailureKind.Rejected,
        ArmFailureKind.ServiceFailed => ApplyFailureKind.ServiceFailed,
        ArmFailureKind.NotConfirmed => ApplyFailureKind.NotConfirmed,
        ArmFailureKind.Interrupted => ApplyFailureKind.Interrupted,
        _ => ApplyFailureKind.Unexpected,
    };
}
