namespace Plumbline.Emulator.Wire;

/// <summary>The refusals of conditional requests.</summary>
internal static class ConditionErrors
{
    /// <param name="tag">The tag of what exists; null when nothing does.</param>
    public static ArmError NotMatched(string id, string wanted, string? tag) => new(412, "PreconditionFailed", tag is null
        ? $"The condition '{wanted}' in the If-Match header was not satisfied. The resource '{id}' does not exist."
        : $"The condition '{wanted}' in the If-Match header was not satisfied. The current etag of the resource '{id}' is '{tag}'.");

    public static ArmError Matched(string id, string unwanted) =>
        new(412, "PreconditionFailed", $"The condition '{unwanted}' in the If-None-Match header was not satisfied. The resource '{id}' exists.");
}
