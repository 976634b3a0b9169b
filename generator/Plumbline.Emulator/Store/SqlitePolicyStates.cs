using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Store;

/// <summary>The compliance records of a state file.</summary>
internal static class SqlitePolicyStates
{
    /// <summary>The tables.</summary>
    public const string Schema = "CREATE TABLE policy_states (place INTEGER PRIMARY KEY, body TEXT NOT NULL);";

    /// <summary>The records, in their order.</summary>
    public static ImmutableArray<PolicyState> Load(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT body FROM policy_states ORDER BY place";
        using var rows = read.ExecuteReader();
        var states = ImmutableArray.CreateBuilder<PolicyState>();
        while (rows.Read()) states.Add(new PolicyState(Read(rows.GetString(0))));
        return states.ToImmutable();
    }

    private static ObjectValue Read(string body)
    {
        using var document = JsonDocument.Parse(body, Json.Strict);
        return PolicyValueReader.FromElement(document.RootElement) as ObjectValue ?? throw new FormatException("a compliance record is not an object");
    }

    /// <summary>Keeps the records of <paramref name="after"/> where they are not those of <paramref name="before"/>.</summary>
    public static void Keep(SqliteConnection connection, SqliteTransaction transaction, ArmState before, ArmState after)
    {
        if (before.PolicyStates == after.PolicyStates) return;
        using var write = connection.CreateCommand();
        write.Transaction = transaction;
        write.CommandText = "DELETE FROM policy_states";
        write.ExecuteNonQuery();
        write.CommandText = "INSERT INTO policy_states (body) VALUES ($body)";
        var body = write.Parameters.Add(new SqliteParameter { ParameterName = "$body" });
        foreach (var state in after.PolicyStates)
        {
            body.Value = PolicyValueWriter.ToCompactJson(state.Fields);
            write.ExecuteNonQuery();
        }
    }
}
