using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Store;

/// <summary>
/// A state file: a SQLite database with a row a resource. A change that was answered is in it, also after the process was killed or the power failed: every commit is
/// flushed before anybody is told. Only one emulator at a time may use a file. Built-ins are not kept; they come from the options of each run.
/// </summary>
internal sealed class SqliteJournal : IStateJournal
{
    private const int SchemaVersion = 1;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand put;
    private readonly SqliteCommand remove;

    private SqliteJournal(SqliteConnection connection)
    {
        this.connection = connection;
        put = Command("INSERT INTO resources (id, body) VALUES ($id, $body) ON CONFLICT (id) DO UPDATE SET body = excluded.body", "$id", "$body");
        remove = Command("DELETE FROM resources WHERE id = $id", "$id");
    }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="EmulatorStartException">It is no state file, or another emulator uses it.</exception>
    public static SqliteJournal Open(string path)
    {
        var full = Path.GetFullPath(path);
        SqliteConnection? connection = null;
        try
        {
            if (Path.GetDirectoryName(full) is { } folder) Directory.CreateDirectory(folder);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = full, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            Prepare(connection, path);
            return new SqliteJournal(connection);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw Unusable(path, problem);
        }
        catch (EmulatorStartException)
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>What the file holds; null when it is new.</summary>
    /// <exception cref="EmulatorStartException">What it holds cannot be read.</exception>
    public ArmState? Load()
    {
        try
        {
            if (Meta("tenantId") is not { } tenant || Meta("subscriptionId") is not { } subscription) return null;
            return new ArmState(tenant, subscription).WithSaved(Resources());
        }
        catch (Exception problem) when (problem is SqliteException or JsonException or FormatException)
        {
            throw Unusable(connection.DataSource, problem);
        }
    }

    /// <summary>The compliance records that the file holds.</summary>
    /// <exception cref="EmulatorStartException">They cannot be read.</exception>
    public ImmutableArray<KeptPolicyState> LoadPolicyStates()
    {
        try
        {
            return SqlitePolicyStates.Load(connection);
        }
        catch (Exception problem) when (problem is SqliteException or FormatException)
        {
            throw Unusable(connection.DataSource, problem);
        }
    }

    /// <inheritdoc/>
    public void Keep(ArmState before, ArmState after)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            Keep(transaction, after.Unsaved);
            SqlitePolicyStates.Keep(connection, transaction, after.PolicyStates, after.PolicyStates.Unsaved);
            transaction.Commit();
        }
        catch (SqliteException problem)
        {
            throw new IOException(problem.Message, problem);
        }
    }

    /// <summary>Keeps a whole state in a new file.</summary>
    public void KeepAll(ArmState state)
    {
        using var transaction = connection.BeginTransaction();
        SetMeta(transaction, "tenantId", state.TenantId);
        SetMeta(transaction, "subscriptionId", state.SubscriptionId);
        Keep(transaction, state.Resources.Values.Select(resource => KeyValuePair.Create(resource.Id, (StoredResource?)resource)));
        SqlitePolicyStates.Keep(connection, transaction, state.PolicyStates, [.. state.PolicyStates.Newest.Select(verdicts => verdicts.Resource.Id)]);
        transaction.Commit();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await put.DisposeAsync().ConfigureAwait(false);
        await remove.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        put.Dispose();
        remove.Dispose();
        connection.Dispose();
    }

    private static void Prepare(SqliteConnection connection, string path)
    {
        Run(connection, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Run(connection, "BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID; COMMIT;");
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT value FROM meta WHERE key = 'schemaVersion'";
        var version = read.ExecuteScalar() as string;
        if (version is null) Run(connection, Schema);
        else if (version != $"{SchemaVersion}") throw new EmulatorStartException($"The state file '{path}' has the schema version {version}, and this emulator reads {SchemaVersion}. Name another file.");
    }

    private static string Schema => $"""
        BEGIN;
        CREATE TABLE resources (id TEXT PRIMARY KEY COLLATE NOCASE, body BLOB NOT NULL) WITHOUT ROWID;
        {SqlitePolicyStates.Schema}
        INSERT INTO meta (key, value) VALUES ('schemaVersion', '{SchemaVersion}');
        COMMIT;
        """;

    private void Keep(SqliteTransaction transaction, IEnumerable<KeyValuePair<ResourceId, StoredResource?>> changes)
    {
        foreach (var (id, resource) in changes.Where(change => !ResourceTypes.IsBuiltIn(change.Key)))
        {
            var command = resource is null ? remove : put;
            command.Transaction = transaction;
            command.Parameters["$id"].Value = id.Text;
            if (resource is not null) command.Parameters["$body"].Value = JsonSerializerText(resource);
            command.ExecuteNonQuery();
        }
    }

    private static byte[] JsonSerializerText(StoredResource resource) => System.Text.Encoding.UTF8.GetBytes(resource.Body.GetRawText());

    private ImmutableArray<StoredResource> Resources()
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT id, body FROM resources";
        using var rows = read.ExecuteReader();
        var resources = ImmutableArray.CreateBuilder<StoredResource>();
        while (rows.Read())
        {
            using var document = JsonDocument.Parse((byte[])rows.GetValue(1), Json.Strict);
            var id = ResourceId.TryParse(rows.GetString(0)) ?? throw new FormatException($"'{rows.GetString(0)}' is not a resource id");
            resources.Add(new StoredResource(id, document.RootElement.Clone()));
        }

        return resources.ToImmutable();
    }

    private string? Meta(string key)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT value FROM meta WHERE key = $key";
        read.Parameters.AddWithValue("$key", key);
        return read.ExecuteScalar() as string;
    }

    private void SetMeta(SqliteTransaction transaction, string key, string value)
    {
        using var write = connection.CreateCommand();
        write.Transaction = transaction;
        write.CommandText = "INSERT INTO meta (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        write.Parameters.AddWithValue("$key", key);
        write.Parameters.AddWithValue("$value", value);
        write.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static EmulatorStartException Unusable(string path, Exception problem) => new(
        $"The state file '{path}' cannot be used: {problem.Message.TrimEnd('.')}. Stop the emulator that uses it, restore an older copy, or name another file.", problem);
}
