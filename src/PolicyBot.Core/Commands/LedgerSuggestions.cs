using System.Collections.Concurrent;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>What can be offered while somebody types, from memory: read anew when the archive changed, for each clearance by itself.</summary>
public sealed class LedgerSuggestions(Desk desk) : ISuggestions
{
    private const int Most = 25;
    private const int Newest = 2000;

    private readonly ConcurrentDictionary<(Clearance Clearance, long Sequence), Lazy<Task<Offers>>> _offers = new();

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await desk.RefreshRightsAsync(cancellationToken);
        var offers = await OffersAsync(desk.Clearances.Of(request.Conversation, request.User), cancellationToken);
        var all = request.Option switch
        {
            "organisation" => offers.Organisations.Select(o => new Suggestion(o, o)),
            "topic" => desk.Topics.All.OrderByDescending(t => offers.Topics.GetValueOrDefault(t.Slug)).Select(t => new Suggestion(t.Label(request.Language), t.Slug)),
            "meeting" when request.Command == BriefCommand.Shown.Name => offers.Coming.Concat(offers.Meetings).DistinctBy(s => s.Value),
            "meeting" => offers.Meetings,
            "zone" => TimeZones.All.Select(z => new Suggestion(z, z)),
            "what" => [.. desk.Topics.All.OrderByDescending(t => offers.Topics.GetValueOrDefault(t.Slug)).Select(t => new Suggestion(t.Label(request.Language), t.Slug)), .. offers.Organisations.Select(o => new Suggestion(o, o))],
            "question" => Questions(offers, request.Language).Select(q => new Suggestion(q, q)),
            _ => [],
        };
        var typed = Fold(request.Typed);
        return [.. all.Where(s => Fold(s.Label).Contains(typed, StringComparison.Ordinal) || Fold(s.Value).Contains(typed, StringComparison.Ordinal))
            .OrderBy(s => !Fold(s.Label).StartsWith(typed, StringComparison.Ordinal)).Take(Most)];
    }

    /// <summary>Questions that the records can answer.</summary>
    internal async Task<IReadOnlyList<string>> QuestionsAsync(Clearance clearance, Language language, CancellationToken cancellationToken) =>
        Questions(await OffersAsync(clearance, cancellationToken), language);

    private async Task<Offers> OffersAsync(Clearance clearance, CancellationToken cancellationToken)
    {
        var key = (clearance, (await desk.Archive.ReadSequenceAsync(cancellationToken)).Newest);
        var offers = _offers.GetOrAdd(key, k => new(() => ReadAsync(k.Item1, CancellationToken.None)));
        foreach (var old in _offers.Keys.Where(k => k.Clearance == clearance && k.Sequence < key.Newest)) _offers.TryRemove(old, out _);
        try
        {
            return await offers.Value.WaitAsync(cancellationToken);
        }
        catch (Storage.ArchiveException)
        {
            _offers.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<Offers> ReadAsync(Clearance clearance, CancellationToken cancellationToken)
    {
        var raised = await desk.Archive.FindStatementsAsync(new() { Kinds = [StatementKind.Concern, StatementKind.Request], Clearance = clearance, Limit = Newest, CountsRaised = false }, cancellationToken);
        var meetings = await desk.Archive.FindMeetingsAsync(new() { Clearance = clearance }, cancellationToken);
        var speakers = raised.Where(s => s.Statement.Attribution.Level == AttributionLevel.Organisation).SelectMany(s => s.Statement.Attribution.Names);
        var parties = meetings.SelectMany(m => m.Participants.Concat(m.Hosts)).Select(p => p.Organisation).OfType<string>();
        return new(
            [.. speakers.Concat(parties).Where(o => o.Length is > 0 and <= 60).Select(o => Listing.Organisation(desk, o)).GroupBy(o => o).OrderByDescending(g => g.Count()).Select(g => g.Key)],
            raised.SelectMany(s => s.Statement.Topics).Where(t => t != Concerns.Topics.General).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            [.. meetings.OrderByDescending(m => m.Date?.First).Select(Offer)],
            [.. meetings.Where(m => m.Status == MeetingStatus.Upcoming && m.Date?.Last >= desk.Today).OrderBy(m => m.Date!.First).Select(Offer)],
            raised.Select(s => s.Meeting).OfType<Meeting>().Where(m => m.Date?.Day is not null).MaxBy(m => m.Date!.First)?.Date);
    }

    private static Suggestion Offer(Meeting meeting) => new($"{meeting.Date} {meeting.Title}".Trim(), meeting.Id.Value);

    private List<string> Questions(Offers offers, Language language)
    {
        var korean = language == Language.Korean;
        var topics = desk.Topics.All.Where(t => offers.Topics.ContainsKey(t.Slug)).OrderByDescending(t => offers.Topics[t.Slug]).Select(t => t.Label(language)).ToList();
        var questions = new List<string>();
        if (topics is [var first, ..]) questions.Add(korean ? $"{first} 문제는 누가 제기했나?" : $"Who raised {first}?");
        if (offers.Newest is { } day) questions.Add(korean ? $"{day} 간담회에서 나온 우려·건의 정리해 줘" : $"List the concerns of the {day} meeting");
        if (offers.Topics.Count > 0) questions.Add(korean ? "아직 답이 없는 건의는?" : "Which requests are still unanswered?");
        if (offers.Coming.Count > 0) questions.Add(korean ? "다음 간담회는 언제인가?" : "When is the next meeting?");
        questions.AddRange(topics.Skip(1).Take(8).Select(t => korean ? $"{t} 건의에 뭐라고 답했나?" : $"What was the reply on {t}?"));
        return questions;
    }

    private static string Fold(string text) => string.Concat(Normalizer.Fold(text).Where(c => !char.IsWhiteSpace(c)));

    private sealed record Offers(IReadOnlyList<string> Organisations, IReadOnlyDictionary<string, int> Topics, IReadOnlyList<Suggestion> Meetings, IReadOnlyList<Suggestion> Coming, MeetingDate? Newest);
}
