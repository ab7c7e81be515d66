using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Storage;

namespace PolicyBot.Digests;

/// <summary>News for one follower as a chat shows them: each followed thing with its first quotes and how many more there are.</summary>
internal static class AlertReply
{
    public static Reply Compose(Topics topics, IReadOnlyList<News> bundle)
    {
        var language = bundle[0].Follow.Language;
        var phrases = new Phrases(language);
        var records = bundle.SelectMany(n => n.Shown).Select(s => s.Record).DistinctBy(r => r.Id).ToList();
        return new()
        {
            Language = language,
            Heading = phrases.Pick("팔로우한 새 기록", "New on record for you"),
            Points = [.. bundle.Select(n => new ReplyPoint($"{Named(n.Follow)} {phrases.Pick($"{n.Count}건", $"({n.Count})")}", null, Lines(n)))],
            Citations = [.. records.Select((r, i) => new ReplyCitation([i + 1], r.Title, null, r.Published, r.Id.Value, r.Source, []))],
            Footer = phrases.Pick("그만 받으려면 /unfollow", "To stop: /unfollow"),
        };

        string Named(Follow follow) => follow.What == FollowKind.Topic ? topics.All.FirstOrDefault(t => t.Slug == follow.Value)?.Label(language) ?? follow.Label : follow.Label;

        IReadOnlyList<string> Lines(News news)
        {
            List<string> lines = [.. news.Shown.Select(Line)];
            if (news.Count > news.Shown.Count) lines.Add(phrases.Pick($"이 밖에 {news.Count - news.Shown.Count}건", $"{news.Count - news.Shown.Count} more"));
            return lines;
        }

        string Line(StoredStatement s)
        {
            var kind = s.Statement.Strength is { } step ? phrases.Strength(step) : phrases.Kind(s.Statement.Kind);
            var where = s.Meeting is { } meeting ? $"{meeting.Date?.ToString() ?? phrases.Day(null)} {meeting.Title}" : $"{phrases.Day(s.Record.Published)} {s.Record.Title}";
            return $"{phrases.Speaker(s.Statement.Attribution)}, {where}: “{s.Text.ReplaceLineEndings(" ")}” ({kind}) [{records.FindIndex(r => r.Id == s.Record.Id) + 1}]{phrases.Present(s.Statement.Attribution)}";
        }
    }
}
