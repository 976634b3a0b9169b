using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Journals;

/// <summary>Why a call did not do what it was for.</summary>
/// <param name="Kind">What stands in the way.</param>
/// <param name="Call">Method and path, such as <c>PUT /subscriptions/...</c>.</param>
/// <param name="Status">The HTTP status, or null when there was no answer.</param>
/// <param name="Code">ARM's error code, or null.</param>
/// <param name="Message">ARM's error message, whole, or what went wrong on the way there. Never holds a token.</param>
/// <param name="CorrelationId"><c>x-ms-correlation-request-id</c>, what Microsoft's support asks for; or null.</param>
/// <param name="Diagnostic">The same with the source of the object and what to do.</param>
public sealed record ApplyFailure(ApplyFailureKind Kind, string Call, int? Status, string? Code, string Message, string? CorrelationId, Diagnostic Diagnostic);
