namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>The tables that queries may name.</summary>
internal interface IGraphTables
{
    /// <summary>The names of all tables, in lower case.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The table of this name (any case); null when there is none.</summary>
    Relation? Find(string name);
}
