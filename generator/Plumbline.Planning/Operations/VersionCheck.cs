using Plumbline.Planning.Comparison;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>
/// Holds a change of a definition or initiative against its version in <c>metadata.version</c>: words need a higher patch, behaviour a higher minor, an incompatible change a higher major.
/// What merely puts an edit from outside right needs none.
/// </summary>
internal static class VersionCheck
{
    /// <summary>The problem of an operation, or null.</summary>
    public static Diagnostic? Check(DesiredObject wanted, PlanOperation operation, ArmObject? existing, bool isRequired)
    {
        var before = wanted.Supersedes ?? existing;
        if (before is null || operation.Class == PlanClass.Ownership || WasEdited(before) || IsRescoped(operation)) return null;
        if (operation.Class == PlanClass.Documentation && !isRequired) return null;
        if (Read(before.Properties) is not { } old || Read(wanted.Properties) is not { } @new) return null;

        var needed = operation switch
        {
            { Action: PlanAction.Successor } => new Version(old.Major + 1, 0, 0),
            { Class: PlanClass.Behaviour } => new Version(old.Major, old.Minor + 1, 0),
            _ => new Version(old.Major, old.Minor, old.Build + 1),
        };
        return @new >= needed ? null : DiagnosticCatalog.VersionNotRaised(wanted.At, wanted.Name, @new.ToString(), needed.ToString(), isRequired);
    }

    // The document is the same; only the definition that a member means has got a successor.
    private static bool IsRescoped(PlanOperation operation) =>
        !operation.Diff.IsEmpty && operation.Diff.All(difference => difference.Path.EndsWith("/policyDefinitionId", StringComparison.Ordinal));

    /// <summary>Whether somebody changed an object after it was written from here.</summary>
    public static bool WasEdited(ArmObject live) =>
        live.Metadata[OwnershipMark.Digest] is not TextValue recorded || recorded.Value != ObjectComparison.ContentDigest(live.Kind, live.Document);

    private static Version? Read(ObjectValue properties)
    {
        var text = (properties["metadata"] as ObjectValue)?["version"] as TextValue ?? properties["version"] as TextValue;
        return text is not null && Version.TryParse(text.Value.Split('-')[0], out var version) && version.Build >= 0 ? version : null;
    }
}
