using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>Evaluations of resources that are not stored.</summary>
internal interface IRecordSource
{
    /// <summary>Whether a cursor stands behind one of its evaluations.</summary>
    bool Holds(RecordCursor cursor);

    /// <summary>The evaluations of a scope, read as they are asked for, from any place on.</summary>
    /// <param name="after">The cursor to start behind; the evaluation it names comes first, as it may have further records.</param>
    IEnumerable<ResourceVerdicts> Read(ArmState state, RecordScope scope, RecordWindow window, RecordCursor after);

    /// <summary>Counts all records of a scope at once, without making them.</summary>
    void Count(ArmState state, RecordScope scope, SummaryCounter counter);
}
