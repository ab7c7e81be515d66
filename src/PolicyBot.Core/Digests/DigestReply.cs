using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests.Charts;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>A digest as a chat shows it: the short post, then what stands in the thread under it, a chart last.</summary>
public sealed class DigestReply(Topics topics, TopicChart? chart)
{
    /// <summary>A reply cites a handful of records, so that proof and quote stand together.</summary>
    private const int LinesEach = 12;

    public IReadOnlyList<Reply> Compose(Digest digest, Language language)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var sources = new List<RecordSummary>();
        var text = new DigestText(language, topics, Mark);
        var top = text.Top(digest);
        List<Reply> replies = [new() { Language = language, Heading = top.Count > 1 ? top[0] : null, Text = string.Join('\n', top.Count > 1 ? top.Skip(1) : top), IsByModel = digest.Phrased.Count > 0 }];
        if (digest.IsQuiet) return replies;
        foreach (var lines in text.Details(digest).Chunk(LinesEach))
        {
            var said = string.Join('\n', lines);
            replies.Add(new() { Language = language, Text = said, Citations = [.. sources.Index().Where(s => said.Contains($"[{s.Index + 1}]", StringComparison.Ordinal)).Select(s => Cite(s.Item, s.Index + 1))] });
        }

        if (digest.NewConcerns.Count > 0 && digest.Weeks.Sum(w => w.Counts.Count(c => c > 0)) > 1) replies.Add(Weeks(digest, language, text));
        return replies;

        string Mark(StoredStatement statement)
        {
            var at = sources.FindIndex(r => r.Id == statement.Record.Id);
            if (at < 0)
            {
                at = sources.Count;
                sources.Add(statement.Record);
            }

            return $"[{at + 1}]";
        }
    }

    /// <summary>The numbers stand beside the picture: for those who cannot see it, and where none can be drawn.</summary>
    private Reply Weeks(Digest digest, Language language, DigestText text)
    {
        var phrases = new Phrases(language);
        var ends = Enumerable.Range(0, TopicWeeks.Weeks).Select(n => digest.Request.Day.AddDays(-7 * (TopicWeeks.Weeks - 1 - n))).Select(d => $"~{d.Month}/{d.Day}").ToList();
        var rows = digest.Weeks.Select(w => (Label: w.Topic is { } slug ? text.Label(slug) : phrases.Pick("그 밖", "Others"), w.Counts)).ToList();
        var title = phrases.Pick($"최근 {TopicWeeks.Weeks}주 동안 제기된 우려·요청, 주제별", $"Concerns and requests of the last {TopicWeeks.Weeks} weeks, by topic");
        var spoken = $"{title}: {string.Join("; ", rows.Select(r => $"{r.Label} {string.Join(' ', r.Counts)}"))}";
        return new()
        {
            Language = language,
            Text = title,
            Table = new([phrases.Pick("주제", "Topic"), .. ends], [.. rows.Select(r => (IReadOnlyList<string>)[r.Label, .. r.Counts.Select(c => c == 0 ? "·" : c.ToString(System.Globalization.CultureInfo.InvariantCulture))])]),
            Files = chart?.Draw(title, ends, rows) is { } png ? [new($"topics-{digest.Request.Day:yyyy-MM-dd}.png", "image/png", png, spoken)] : [],
        };
    }

    private static ReplyCitation Cite(RecordSummary record, int number) => new([number], record.Title, null, record.Published, record.Id.Value, record.Source, []);
}
