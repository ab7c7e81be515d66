using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Meetings;

/// <summary>A brief as a chat shows it: one line a guest first, then the proof of each line, for the thread under it or to be turned page by page.</summary>
public static class BriefReply
{
    /// <summary>Guests share a page up to so many characters: about what a phone shows in a few turns of the thumb.</summary>
    private const int PageLength = 1_600;

    /// <summary>The summary first, then the guests of whom anything is on record. Numbers in brackets run through all pages; each page cites what it quotes.</summary>
    public static IReadOnlyList<Reply> Pages(Brief brief, Language language)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var sources = new NumberedSources(brief.Sources);
        var text = new BriefText(new Phrases(language), sources.Mark);
        List<Reply> pages = [new() { Language = language, Heading = text.Heading(brief), Text = string.Join('\n', text.Summary(brief)), Citations = sources.TakeCited(), IsByModel = brief.Phrased.Count > 0 }];
        List<ReplyPoint> points = [];
        foreach (var invited in brief.Invited)
        {
            var details = text.Details(invited, brief.Today);
            if (details.Count == 0) continue;
            List<ReplyPoint> guest = [new($"■ {BriefText.Name(invited.Who)}", null, []), .. details.Select(d => new ReplyPoint(d.Speaker, d.Where, d.Lines))];
            if (points.Count > 0 && Length(points) + Length(guest) > PageLength) TurnPage();
            points.AddRange(guest);
            sources.KeepCited();
        }

        if (points.Count > 0) TurnPage();
        return pages;

        void TurnPage()
        {
            pages.Add(new() { Language = language, Heading = text.Heading(brief), Points = points, Citations = sources.TakeCited() });
            points = [];
        }
    }

    private static int Length(IEnumerable<ReplyPoint> points) => points.Sum(p => p.Speaker.Length + (p.Where?.Length ?? 0) + p.Lines.Sum(l => l.Length));

    /// <summary>Gives each record one number, and knows which of them the page at hand cites.</summary>
    private sealed class NumberedSources(IReadOnlyList<RecordSummary> first)
    {
        private readonly List<RecordSummary> _numbered = [.. first];
        private readonly SortedSet<int> _kept = [.. Enumerable.Range(0, first.Count)];
        private readonly SortedSet<int> _fresh = [];

        public string Mark(StoredStatement statement)
        {
            var at = _numbered.FindIndex(r => r.Id == statement.Record.Id);
            if (at < 0)
            {
                at = _numbered.Count;
                _numbered.Add(statement.Record);
            }

            _fresh.Add(at);
            return $"[{at + 1}]";
        }

        /// <summary>What was marked since the last call stands on the page at hand.</summary>
        public void KeepCited()
        {
            _kept.UnionWith(_fresh);
            _fresh.Clear();
        }

        public List<ReplyCitation> TakeCited()
        {
            List<ReplyCitation> cited = [.. _kept.Select(at => (Record: _numbered[at], Number: at + 1)).Select(c => new ReplyCitation([c.Number], c.Record.Title, null, c.Record.Published, c.Record.Id.Value, c.Record.Source, []))];
            _kept.Clear();
            return cited;
        }
    }
}
