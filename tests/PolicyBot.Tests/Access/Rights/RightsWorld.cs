using Microsoft.Extensions.Time.Testing;
using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Commands;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Access.Rights;

/// <summary>Records that all speak of one matter, each with a word of its own in its id, title, meeting, place, speaker and words; grades, groups and rules that change while questions are asked.</summary>
internal sealed class RightsWorld : IAsyncDisposable
{
    private const int Records = 48;
    private static readonly DateOnly Day = new(2025, 7, 1);
    private static readonly string?[] Groups = [null, null, "budget", "minister"];
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    private readonly Random _random;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly Organisations _organisations = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));
    private readonly Topics _topics = Topics.Load(Path.Combine(SharedData.Config, "topics.yaml"));
    private readonly RememberedChat _memory = new();
    private readonly (int Grade, string? Group)[] _graded = new (int, string?)[Records];
    private readonly Dictionary<string, (int Grade, string[] Groups)> _rules = [];
    private readonly SqliteArchive _archive;
    private readonly PassageIndex _index;
    private readonly IRetriever _retriever;
    private readonly Clearances _clearances = new([]) { Groups = ["budget", "minister"] };
    private readonly Desk _desk;
    private readonly ChatHandler _handler;
    private readonly EgressGate _gate;
    private int _messages;

    private RightsWorld(int seed, Func<PassageIndex, IRetriever> retriever)
    {
        _random = new(seed);
        _archive = SqliteArchive.Open(_folder.Path, _organisations, _time);
        _index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
        _retriever = retriever(_index);
        _desk = new()
        {
            Archive = _archive,
            Retriever = _retriever,
            Answerer = new(new(_archive, _retriever, new QuestionReader(_organisations, _topics), _time, Zone), null),
            Organisations = _organisations,
            Topics = _topics,
            Memory = _memory,
            Time = _time,
            Zone = Zone,
            Clearances = _clearances,
            Curators = new([], ["slack/ADMIN"]),
        };
        _handler = new(_desk);
        _gate = new(_archive, _clearances);
    }

    public static async Task<RightsWorld> CreateAsync(int seed, Func<PassageIndex, IRetriever>? retriever = null)
    {
        var world = new RightsWorld(seed, retriever ?? (index => index));
        for (var i = 0; i < Records; i++) world._graded[i] = (world._random.Next(3), world.Pick(Groups));
        await world.PutAsync(Enumerable.Range(0, Records));
        return world;
    }

    /// <summary>What one case let out that it must not, or held back that it must not; null when it was right.</summary>
    public async Task<string?> TryAsync()
    {
        if (_random.Next(200) == 0) await RegradeAsync();
        if (_random.Next(20) == 0) await RuleAsync();
        var place = new Conversation(Pick("slack", "discord"), Pick("T1", "T2"), Pick("C1", "C2", "C3"), null, Pick(Enum.GetValues<ConversationKind>()));
        var guest = _random.Next(5) == 0;
        var visible = Enumerable.Range(0, Records).Where(i => RightsOracle.MaySee(_rules, place, guest, _graded[i].Grade, _graded[i].Group)).ToHashSet();
        var user = new ChatUser("U" + _random.Next(3), IsGuest: guest);
        var target = _random.Next(Records);
        var said = await SayAsync(place, user, target);
        for (var i = 0; i < Records; i++)
            // What was typed comes back in "there is no record …".
            if (!visible.Contains(i) && said.Text.Replace(said.Typed, "", StringComparison.Ordinal).Contains(Word(i), StringComparison.Ordinal))
                return $"{said.Way} at {place} (guest {guest}) let out {Word(i)} of {_graded[i]}: {said.Text}";
        if (said.Shows && visible.Contains(target) && !said.Text.Replace(said.Typed, "", StringComparison.Ordinal).Contains(Word(target), StringComparison.Ordinal))
            return $"{said.Way} at {place} (guest {guest}) held back {Word(target)} of {_graded[target]}: {said.Text}";
        return said.Count is { } count && count != Math.Min(visible.Count, said.Most) ? $"{said.Way} at {place} (guest {guest}) counted {count}, not {visible.Count}" : null;
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    /// <param name="Typed">What was asked for by name, which may come back.</param>
    /// <param name="Shows">Whether the target has to be in it.</param>
    private sealed record Said(string Way, string Text, string Typed = "\0", bool Shows = false, int? Count = null, int Most = int.MaxValue);

    private async Task<Said> SayAsync(Conversation place, ChatUser user, int target)
    {
        var token = TestContext.Current.CancellationToken;
        var clearance = _clearances.Of(place, user);
        switch (_random.Next(12))
        {
            case 0:
                return new("question", await ReplyAsync(place, user, m => m with { Kind = ChatMessageKind.Text, Text = "전력 공급은 누가 요구했나?" }));
            case 1:
                return new("question by name", await ReplyAsync(place, user, m => m with { Kind = ChatMessageKind.Text, Text = $"{Word(target)}전자는 무엇을 요구했나?" }), $"{Word(target)}전자");
            case 2:
                return new("/record", await ReplyAsync(place, user, m => Command(m, "record", ("id", "id-" + Word(target)))), "id-" + Word(target), Shows: true);
            case 3:
                return new("/concerns", await ReplyAsync(place, user, m => Command(m, "concerns")));
            case 4:
                return new("/meetings", await ReplyAsync(place, user, m => Command(m, "meetings", ("days", "400"))));
            case 5:
                return new("/status", await ReplyAsync(place, user, m => Command(m, "status")), Count: (await _archive.MeasureAsync(clearance, token)).Records);
            case 6:
                var offered = await _handler.Suggestions.SuggestAsync(new("ask", Pick("organisation", "meeting", "question", "topic"), "", place, user, Language.Korean), token);
                return new("autocomplete", string.Join('\n', offered.Select(o => o.Label + o.Value)));
            case 7:
                var digest = await new DigestComposer(_archive).ComposeAsync(DigestRequest.OfDay(new(2025, 10, 1), Zone, clearance), token);
                var text = new DigestText(Language.Korean, _topics);
                return new("digest", string.Join('\n', text.Top(digest)));
            case 8:
                var found = await _retriever.FindPassagesAsync(new() { Text = "전력 공급", Top = 10, Clearance = clearance }, token);
                return new("search", string.Join('\n', found.Select(f => f.Passage.Title + f.Passage.Text)), Count: found.Select(f => f.Passage.RecordId).Distinct().Count(), Most: 10);
            case 9:
                var listed = await _archive.ListRecordsAsync(clearance, token);
                return new("list", string.Join('\n', listed.Select(r => r.Id + r.Title)), Shows: true, Count: listed.Count);
            case 10:
                var ledger = await new Ledger(_archive).ReadAsync(new() { Clearance = clearance, Limit = int.MaxValue }, null, token);
                return new("export", string.Join('\n', ledger.Select(e => $"{e.Raised.Text}{e.Raised.Record.Title}{e.Raised.Meeting?.Title}{e.Raised.Meeting?.Id}{e.Raised.Raised}{string.Join(' ', e.Raised.Statement.Attribution.Names)}")), Shows: true);
            default:
                var cited = new Reply { Language = Language.Korean, Text = Word(target), Citations = [new([1], Word(target), null, null, "id-" + Word(target), null, [])] };
                var passed = await _gate.PassAsync(cited, new() { Conversation = place }, token);
                return new("egress", user.IsGuest ? "" : TalkingBot.TextOf(passed), Shows: !user.IsGuest);
        }
    }

    private async Task<string> ReplyAsync(Conversation place, ChatUser user, Func<ChatMessage, ChatMessage> what)
    {
        var message = what(new() { Key = $"e{++_messages}", Kind = ChatMessageKind.Command, Conversation = place, User = user, At = _time.GetUtcNow(), IsAddressed = true, Language = Language.Korean });
        var handled = await _handler.HandleAsync(message, new Progress<Reply>(), TestContext.Current.CancellationToken);
        return string.Join('\n', handled.Replies.Select(r => TalkingBot.TextOf(r.Reply) + string.Join(' ', r.Reply.Citations.Select(c => c.Title + c.RecordId + c.Url)) + string.Join(' ', r.Reply.Suggestions) + string.Join(' ', r.Reply.Files.Select(f => System.Text.Encoding.UTF8.GetString(f.Bytes.Span)))));
    }

    private static ChatMessage Command(ChatMessage message, string name, params (string Name, string Value)[] values) => message with { Command = name, Values = values.ToDictionary(v => v.Name, v => v.Value) };

    /// <summary>A grade or group is changed on some records: those two that tell one meeting among them.</summary>
    private Task RegradeAsync()
    {
        int[] changed = [.. Enumerable.Range(0, 4).Select(_ => _random.Next(Records)).Distinct()];
        foreach (var i in changed) _graded[i] = (_random.Next(3), Pick(Groups));
        return PutAsync(changed);
    }

    /// <summary>An administrator rules by command; the oracle hears of it in its own words.</summary>
    private async Task RuleAsync()
    {
        var (platform, team) = (Pick("slack", "discord"), Pick("T1", "T2"));
        var place = Pick(platform, $"{platform}/{team}", $"{platform}/direct", $"{platform}/{team}/private", $"{platform}/{team}/{Pick("C1", "C2", "C3")}");
        var groups = Pick("", "budget", "minister", "budget minister");
        var grade = _random.Next(4);
        if (grade == 3) _rules.Remove(place);
        else _rules[place] = (grade, groups.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var message = Command(
            new() { Key = $"e{++_messages}", Kind = ChatMessageKind.Command, Conversation = new("slack", "T1", "D1", null, ConversationKind.Direct), User = new("ADMIN"), At = _time.GetUtcNow(), IsAddressed = true },
            "access", ("place", place), ("grade", (string[])["open", "sensitive", "classified", "default"] is var names ? names[grade] : ""), ("groups", groups));
        _memory.Keep(message, await _handler.HandleAsync(message, new Progress<Reply>(), TestContext.Current.CancellationToken));
        // As every question does before it is answered.
        await _desk.RefreshRightsAsync(TestContext.Current.CancellationToken);
    }

    private async Task PutAsync(IEnumerable<int> records)
    {
        await _archive.PutAsync([.. records.Select(Read)], TestContext.Current.CancellationToken);
        await new IndexFollower(_archive, _index, new PassageCutter(_organisations)).FollowAsync(null, TestContext.Current.CancellationToken);
    }

    /// <summary>Two records tell one meeting each time, of which only one may be open to a reader.</summary>
    private ReadRecord Read(int i)
    {
        var word = Word(i);
        var read = new Told("id-" + word, $"{word} 보고", Day.AddDays(i + 1), grade: (Grade)_graded[i].Grade)
            .At($"{i / 2}차 전력 간담회", Day.AddDays(i / 2), "한빛홀", MeetingStatus.Held, new Party("홍길동", "대표", $"{word}전자"))
            .Says(StatementKind.Request, $"{word} 지역의 전력 공급을 늘려 달라", new(AttributionLevel.Organisation, [$"{word}전자"], []), "power")
            .Read();
        return read with { Record = read.Record with { Group = _graded[i].Group } };
    }

    private static string Word(int i) => $"카나{(char)('가' + (i * 29))}리{i:00}";

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
