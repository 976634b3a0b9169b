using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Keeps what policies said of a write: the compliance records of the resource and the events of the effects that took place. Pure.</summary>
internal interface IWriteRecords
{
    /// <summary>The state with the records of a write that was made.</summary>
    /// <param name="state">With the resource as it is after the write.</param>
    /// <param name="resource">The resource as it is after the write.</param>
    /// <param name="records">All records of the resource after the write.</param>
    /// <param name="applied">The records of append and modify effects that changed the request.</param>
    /// <param name="write">The write.</param>
    ArmState Written(ArmState state, StoredResource resource, IReadOnlyCollection<AssignmentRecord> records, IReadOnlyCollection<AssignmentRecord> applied, ResourceWrite write);

    /// <summary>The state with the events of a write or a deletion that was refused.</summary>
    ArmState Refused(ArmState state, StoredResource resource, IReadOnlyCollection<AssignmentRecord> denials, ResourceWrite write);
}
