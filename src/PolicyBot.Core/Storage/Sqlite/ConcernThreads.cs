using PolicyBot.Concerns;

namespace PolicyBot.Storage.Sqlite;

/// <summary>Finds the thread that a concern or request belongs to: the same thing said at another meeting. Bounded work, however large the archive.</summary>
internal sealed class ConcernThreads(SqliteSession session)
{
    /// <summary>A key that thousands of threads share tells nothing; only the newest under it are looked at.</summary>
    private const int ThreadsPerKey = 48;

    private const int Compared = 24;

    private sealed record Candidate(long Thread, string Text, string[] Topics);

    public long Assign(Statement statement, string text)
    {
        var keys = ConcernSimilarity.Keys(text);
        return Find(statement, text, keys) ?? Begin(statement, text, keys);
    }

    private long? Find(Statement statement, string text, IReadOnlyList<string> keys)
    {
        var shared = new Dictionary<Candidate, int>();
        var known = new Dictionary<long, Candidate>();
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
            foreach (var found in Under(key))
            {
                var candidate = known.TryGetValue(found.Thread, out var seen) ? seen : known[found.Thread] = found;
                shared[candidate] = shared.GetValueOrDefault(candidate) + 1;
            }

        return shared
            .Where(pair => AreOneSubject(statement.Topics, pair.Key.Topics))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Thread)
            .Take(Compared)
            .Select(pair => (pair.Key.Thread, Similarity: ConcernSimilarity.Measure(text, pair.Key.Text)))
            .Where(pair => pair.Similarity >= ConcernSimilarity.Threshold)
            .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.Thread)
            .Select(pair => (long?)pair.Thread)
            .FirstOrDefault();
    }

    private List<Candidate> Under(string key) => session.Query(
        """
        SELECT t.key, t.text, t.topics FROM thread_keys k JOIN threads t ON t.key = k.thread
        WHERE k.value = @value ORDER BY k.thread DESC LIMIT @limit
        """,
        row => new Candidate(row.GetInt64(0), row.GetString(1), row.Strings(2)),
        ("@value", key),
        ("@limit", ThreadsPerKey));

    private long Begin(Statement statement, string text, IReadOnlyList<string> keys)
    {
        var thread = (long)session.Scalar(
            "INSERT INTO threads (text, topics) VALUES (@text, @topics) RETURNING key",
            ("@text", text),
            ("@topics", Columns.Of(statement.Topics)))!;
        foreach (var key in keys)
            session.Execute("INSERT OR IGNORE INTO thread_keys (value, thread) VALUES (@value, @thread)", ("@value", key), ("@thread", thread));
        return thread;
    }

    private static bool AreOneSubject(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Contains(Topics.General) || b.Contains(Topics.General) || a.Any(b.Contains);
}
