using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>What the bot remembers of conversations, besides the messages themselves.</summary>
internal sealed class MemoryRows(SqlSession session, long now)
{
    public void Keep(Handled handled, Conversation asked, Conversation? thread)
    {
        if (thread is not null && (handled.Context is not null || handled.OwnsThread)) Touch(thread, handled);
        if (handled.Kept is { } kept)
        {
            session.Execute(
                "INSERT INTO answers VALUES ($id, $body, $now) ON CONFLICT (id) DO UPDATE SET body = excluded.body, kept = excluded.kept",
                ("$id", kept.Id), ("$body", kept.Body), ("$now", now));
        }

        if (handled.Judgement is { } judgement)
        {
            session.Execute(
                """
                INSERT INTO judgements VALUES ($answer, $user, $verdict, $comment, $now)
                ON CONFLICT (answer, "user") DO UPDATE SET verdict = excluded.verdict, comment = coalesce(excluded.comment, judgements.comment), at = excluded.at
                """,
                ("$answer", judgement.AnswerId), ("$user", judgement.UserId), ("$verdict", judgement.Verdict), ("$comment", judgement.Comment), ("$now", now));
        }

        if (handled.Access is { } access) AccessRows.Add(session, access, now);
        if (handled.ChannelSettings is { } settings)
        {
            session.Execute(
                "INSERT INTO channels VALUES ($platform, $channel, $settings) ON CONFLICT (platform, channel) DO UPDATE SET settings = excluded.settings",
                ("$platform", asked.Platform), ("$channel", asked.Channel), ("$settings", ChatColumns.Of(settings)));
        }

        new OrderRows(session, now).Save(handled.Orders);
    }

    public static string? FindContext(SqlSession session, Conversation conversation) =>
        (string?)session.Scalar($"SELECT context FROM threads WHERE {Here}", Place(conversation));

    public static bool IsOwn(SqlSession session, Conversation conversation) =>
        session.Scalar($"SELECT own FROM threads WHERE {Here}", Place(conversation)) is 1L;

    public static KeptAnswer? FindAnswer(SqlSession session, string id) =>
        session.Query("SELECT id, body FROM answers WHERE id = $id", row => new KeptAnswer(row.GetString(0), row.GetString(1)), ("$id", id)).SingleOrDefault();

    public static ChannelSettings? FindChannel(SqlSession session, Conversation conversation) => session.Query(
        "SELECT settings FROM channels WHERE platform = $platform AND channel = $channel", row => row.Settings(0),
        ("$platform", conversation.Platform), ("$channel", conversation.Channel)).SingleOrDefault();

    public static List<ReviewItem> ListReview(SqlSession session, int most) => session.Query(
        """
        SELECT answer, verdict, "user", comment, at, body FROM judgements LEFT JOIN answers ON id = answer
        WHERE verdict <> 'helpful' ORDER BY at DESC LIMIT $most
        """,
        row => new ReviewItem(
            new(row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3)),
            row.Moment(4),
            row.TextOrNull(5) is { } body ? new(row.GetString(0), body) : null),
        ("$most", most));

    private const string Here = "platform = $platform AND channel = $channel AND thread = $thread";

    private void Touch(Conversation thread, Handled handled) => session.Execute(
        """
        INSERT INTO threads VALUES ($platform, $channel, $thread, $context, $own, $now)
        ON CONFLICT (platform, channel, thread) DO UPDATE SET context = coalesce(excluded.context, threads.context),
            own = CASE WHEN excluded.own > threads.own THEN excluded.own ELSE threads.own END, touched = excluded.touched
        """,
        [.. Place(thread), ("$context", handled.Context), ("$own", handled.OwnsThread ? 1 : 0), ("$now", now)]);

    private static (string, object?)[] Place(Conversation conversation) =>
        [("$platform", conversation.Platform), ("$channel", conversation.Channel), ("$thread", conversation.Thread ?? "")];
}
