using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>What the context functions of a rule read.</summary>
/// <param name="UtcNow">What <c>utcNow()</c> answers.</param>
/// <param name="ApiVersion">What <c>requestContext().apiVersion</c> answers, or null outside a request.</param>
/// <param name="Subscription">What <c>subscription()</c> answers, or null.</param>
/// <param name="ResourceGroup">What <c>resourceGroup()</c> answers, or null.</param>
/// <param name="Policy">What <c>policy()</c> answers (assignmentId, definitionId, setDefinitionId, definitionReferenceId), or null.</param>
public sealed record EvaluationContext(
    DateTimeOffset UtcNow,
    string? ApiVersion = null,
    ObjectValue? Subscription = null,
    ObjectValue? ResourceGroup = null,
    ObjectValue? Policy = null)
{
    /// <summary>What <c>requestContext()</c> answers besides the api-version (<c>identity</c> with the caller's claims), or null outside a request.</summary>
    public ObjectValue? RequestContext { get; init; }

    /// <summary>What <c>claims()</c> answers: the claims of the policy token, or null.</summary>
    public ObjectValue? Claims { get; init; }

    internal static EvaluationContext None { get; } = new(default(DateTimeOffset));

    /// <summary>What the field <c>apiVersion</c> reads.</summary>
    internal PolicyValue? RequestApiVersion =>
        RequestContext?["apiVersion"] is TextValue given ? given : ApiVersion is null ? null : new TextValue(ApiVersion);

    /// <summary>What the context function of this name answers; null when there is nothing.</summary>
    internal PolicyValue? Object(string function) => function switch
    {
        "subscription" => Subscription,
        "resourceGroup" => ResourceGroup,
        "policy" => Policy,
        "claims" => Claims,
        "requestContext" => Request(),
        _ => null,
    };

    // 'identity' is always there during enforcement, whatever claims it has. Outside of a request the object is empty.
    private ObjectValue Request()
    {
        var given = RequestContext ?? PolicyValueReader.Object();
        if (ApiVersion is not null && given["apiVersion"] is UndefinedValue) given = new ObjectValue(given.Properties.Add(new("apiVersion", new TextValue(ApiVersion))));
        if (RequestContext is not null && given["identity"] is UndefinedValue) given = new ObjectValue(given.Properties.Add(new("identity", PolicyValueReader.Object())));
        return given;
    }
}
