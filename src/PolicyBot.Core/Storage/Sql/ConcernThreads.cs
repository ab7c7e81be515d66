using PolicyBot.Concerns;

namespace PolicyBot.Storage.Sql;

/// <summary>Finds the thread that a concern or request belongs to: the same thing said at another meeting. Bounded work, however large the archive; for one transaction.</summary>
internal sealed class ConcernThreads(SqlSession session)
{
    /// <summary>A key that thousands of threads share tells nothing; only the newest under it are looked at.</summary>
    private const int ThreadsPerKey = 48;

    private const int Compared = 24;

    private readonly Dictionary<long, Candidate> _known = [];

    private sealed record Candidate(long Thread, string Text, string[] Topics);

    public long Assign(Statement statement, string text)
    {
        var keys = Keys(text);
        return Find(statement, text, keys) ?? Begin(statement, text, keys);
    }

    /// <summary>Deletes those threads (keys as a JSON array) that no statement belongs to any more.</summary>
    public static void Sweep(SqlSession session, string threads)
    {
        var left = session.Query(
            "DELETE FROM threads WHERE key IN (SELECT CAST(value AS BIGINT) FROM json_each(@keys)) AND NOT EXISTS (SELECT 1 FROM statements WHERE thread = threads.key) RETURNING key, text",
            row => (Thread: row.GetInt64(0), Text: row.GetString(1)),
            ("@keys", threads));
        foreach (var (thread, text) in left)
            session.Execute(
                "DELETE FROM thread_keys WHERE thread = @thread AND value IN (SELECT CAST(value AS BIGINT) FROM json_each(@values))",
                ("@thread", thread),
                ("@values", Columns.Of(Keys(text))));
    }

    private static long[] Keys(string text) => [.. ConcernSimilarity.Keys(text).Select(Hash).Distinct()];

    /// <summary>FNV-1a: the same in every process, as the keys are stored.</summary>
    private static long Hash(string key)
    {
        var hash = 2166136261u;
        foreach (var c in key) hash = (hash ^ c) * 16777619u;
        return hash;
    }

    private long? Find(Statement statement, string text, long[] keys)
    {
        var shared = Under(keys).CountBy(thread => thread);
        return shared
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => pair.Key)
            .Chunk(2 * Compared).SelectMany(Load)
            .Where(candidate => AreOneSubject(statement.Topics, candidate.Topics))
            .Take(Compared)
            .Select(candidate => (candidate.Thread, Similarity: ConcernSimilarity.Measure(text, candidate.Text)))
            .Where(pair => pair.Similarity >= ConcernSimilarity.Threshold)
            .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.Thread)
            .Select(pair => (long?)pair.Thread)
            .FirstOrDefault();
    }

    /// <summary>The newest threads under each key; one that stands under several comes as often.</summary>
    private List<long> Under(long[] keys) => keys.Length == 0 ? [] : session.Query(
        string.Join(" UNION ALL ", keys.Select((_, n) => $"SELECT thread FROM (SELECT thread FROM thread_keys WHERE value = @value{n} ORDER BY thread DESC LIMIT @limit) AS under{n}")),
        row => row.GetInt64(0),
        [("@limit", ThreadsPerKey), .. keys.Select((key, n) => ($"@value{n}", (object?)key))]);

    /// <summary>Without those that are gone but for a key: their words were cut otherwise when they were filed.</summary>
    private IEnumerable<Candidate> Load(long[] threads)
    {
        long[] unknown = [.. threads.Where(thread => !_known.ContainsKey(thread))];
        if (unknown.Length > 0)
        {
            var found = session.Query(
                "SELECT key, text, topics FROM threads WHERE key IN (SELECT CAST(value AS BIGINT) FROM json_each(@threads))",
                row => new Candidate(row.GetInt64(0), row.GetString(1), row.Strings(2)),
                ("@threads", Columns.Of(unknown)));
            foreach (var candidate in found) _known[candidate.Thread] = candidate;
        }

        return threads.Select(_known.GetValueOrDefault).OfType<Candidate>();
    }

    private long Begin(Statement statement, string text, long[] keys)
    {
        var thread = (long)session.Scalar(
            "INSERT INTO threads (text, topics) VALUES (@text, @topics) RETURNING key",
            ("@text", text),
            ("@topics", Columns.Of(statement.Topics)))!;
        session.Execute(
            "INSERT INTO thread_keys (value, thread) SELECT CAST(value AS BIGINT), @thread FROM json_each(@keys) WHERE 1 = 1 ON CONFLICT DO NOTHING",
            ("@keys", Columns.Of(keys)), ("@thread", thread));
        return thread;
    }

    private static bool AreOneSubject(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Contains(Topics.General) || b.Contains(Topics.General) || a.Any(b.Contains);
}
