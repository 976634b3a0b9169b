using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Plumbline.Emulator.Store;

/// <summary>The compliance records of a state file: a row a record, the newest evaluation of each resource alone.</summary>
internal static class SqlitePolicyStates
{
    /// <summary>The tables.</summary>
    public const string Schema = """
        CREATE TABLE policy_states (
          resource TEXT NOT NULL COLLATE NOCASE, place INTEGER NOT NULL, assignment TEXT NOT NULL, definition TEXT NOT NULL, reference TEXT NOT NULL,
          state TEXT NOT NULL, effect TEXT NOT NULL, timestamp TEXT NOT NULL, groups TEXT NOT NULL, PRIMARY KEY (resource, place)) WITHOUT ROWID;
        """;

    private const string Insert =
        "INSERT INTO policy_states (resource, place, assignment, definition, reference, state, effect, timestamp, groups) VALUES ($resource, $place, $assignment, $definition, $reference, $state, $effect, $timestamp, $groups)";

    private static readonly ImmutableArray<string> Parameters = ["$resource", "$place", "$assignment", "$definition", "$reference", "$state", "$effect", "$timestamp", "$groups"];

    /// <summary>The records, those of a resource in their order.</summary>
    public static ImmutableArray<KeptPolicyState> Load(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT resource, assignment, definition, reference, state, effect, timestamp, groups FROM policy_states ORDER BY resource, place";
        using var rows = read.ExecuteReader();
        var states = ImmutableArray.CreateBuilder<KeptPolicyState>();
        while (rows.Read())
        {
            var timestamp = DateTimeOffset.Parse(rows.GetString(6), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            states.Add(new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5), timestamp, rows.GetString(7)));
        }

        return states.ToImmutable();
    }

    /// <summary>Keeps the records of some resources: those whose records changed, or all.</summary>
    public static void Keep(SqliteConnection connection, SqliteTransaction transaction, PolicyStateTable table, IReadOnlyCollection<ResourceId> resources)
    {
        if (resources.Count == 0) return;
        using var remove = Command(connection, transaction, "DELETE FROM policy_states WHERE resource = $resource", ["$resource"]);
        using var insert = Command(connection, transaction, Insert, Parameters);
        foreach (var resource in resources)
        {
            remove.Parameters[0].Value = resource.Text;
            remove.ExecuteNonQuery();
            if (table.Find(resource) is { } verdicts) Keep(insert, verdicts);
        }
    }

    private static void Keep(SqliteCommand insert, ResourceVerdicts verdicts)
    {
        var place = 0;
        foreach (var row in PolicyStateRows.ToRows(verdicts))
        {
            object[] values = [row.ResourceId, place++, row.AssignmentId, row.DefinitionId, row.ReferenceId, row.State, row.Effect, SystemData.Stamp(row.Timestamp), row.Groups];
            for (var index = 0; index < values.Length; index++) insert.Parameters[index].Value = values[index];
            insert.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string text, ImmutableArray<string> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }
}
