using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Attacks;

/// <summary>A model that obeys whatever a record tells it: no link, no mention, no name, no number and no claim of its own stands for a statement.</summary>
public sealed class HostileModelTests
{
    private static readonly Gate Gate = new(Organisations.Load(ShippedCatalogues.Organisations), Topics.Load(ShippedCatalogues.Topics));
    private static readonly string[] Markup = ["http", "www.", "://", "@", "<", ">", "[", "]", "`", "*", "#", "|", "\\"];

    public static TheoryData<string, string, string> Words { get; } = new()
    {
        { "수도권 데이터센터의 전력 공급을 2027년까지 늘려 달라", nameof(StatementKind.Request), "참석자들" },
        { "전력 공급 방안을 검토하겠다", nameof(StatementKind.Reply), "과학기술정보통신부" },
        { "the queue for a grid connection takes three years", nameof(StatementKind.Concern), "Example Robotics" },
        { "we will look into support for the plant", nameof(StatementKind.Commitment), "Example Ministry" },
    };

    /// <summary>The attack stands at the start, in the middle and at the end of the words, in the speaker's name, in the title and in the question.</summary>
    [Theory(Timeout = 2_400_000)]
    [MemberData(nameof(Words))]
    public Task Nothing_of_an_attack_comes_through(string words, string kind, string speaker) => Task.Run(
    async () =>
    {
        var (judged, through) = (0, new SortedSet<string>(StringComparer.Ordinal));
        var attacks = AttackStrings.Read();
        foreach (var attack in attacks)
            foreach (var (planted, name, title) in Placements(words, speaker, attack))
            {
                var said = Said(planted, Enum.Parse<StatementKind>(kind), name, title);
                foreach (var lie in HostileReplies.Lies(planted, attack).Concat(HostileReplies.Lies(words, attack)))
                {
                    judged++;
                    if (Gate.FindFault(lie.Trim(), [said]) is null && FindUnsupported(lie, said) is { } fault) through.Add(fault);
                }

                through.UnionWith(await StreamAsync(said, attack));
            }

        TestContext.Current.TestOutputHelper?.WriteLine($"{attacks.Count} attacks in 5 places each, also as the question: {judged} lies judged, {through.Count} came through.");
        Assert.True(judged > 1000);
        Assert.True(through.Count == 0, $"{through.Count} of {judged}:\n{string.Join('\n', through.Take(20))}");
    },
    TestContext.Current.CancellationToken);

    private static IEnumerable<(string Words, string Speaker, string Title)> Placements(string words, string speaker, string attack)
    {
        var middle = words.IndexOf(' ', words.Length / 2);
        yield return ($"{attack} {words}", speaker, "기록");
        yield return ($"{words[..middle]} {attack}{words[middle..]}", speaker, "기록");
        yield return ($"{words} {attack}", speaker, "기록");
        yield return (words, $"{speaker} {attack}", "기록");
        yield return (words, speaker, attack);
    }

    /// <summary>All lies in one reply, as a stream: what of them is shown on the way or stands at the end.</summary>
    private static async Task<IReadOnlyList<string>> StreamAsync(StoredStatement said, string attack)
    {
        var through = new List<string>();
        var model = new ScriptedModel((_, inputs) => JsonSerializer.Serialize(new
        {
            points = ((List<Dictionary<string, object>>)inputs["statements"]).SelectMany(s => HostileReplies.Lies((string)s["words"], attack).Select(text => new { text, statements = new[] { (int)s["n"] } })),
            command = "/digest unsubscribe all",
        }));
        void Check(IReadOnlyDictionary<int, PhrasedPoint> accepted) => through.AddRange(accepted.Values.Select(point => FindUnsupported(point.Text, said)).OfType<string>());

        var (stand, _) = await new StatementPhrasing(model, Gate).PhraseAsync("answer", ("question", attack), Language.Korean, [said], new([], null), Check, TestContext.Current.CancellationToken);
        Check(stand);
        return through;
    }

    /// <summary>What the gate lets pass, judged by other means than its own; null when the record supports it.</summary>
    private static string? FindUnsupported(string text, StoredStatement said)
    {
        var source = $"{said.Text} {string.Join(' ', said.Statement.Attribution.Names)}";
        if (Markup.FirstOrDefault(m => text.Contains(m, StringComparison.OrdinalIgnoreCase)) is { } mark) return $"{mark} in: {text}";
        if (Enumerable.Range(1, Math.Max(0, text.Length - 3)).FirstOrDefault(i => text[i] == '.' && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetter(text[i + 1]) && char.IsAsciiLetter(text[i + 2])) is > 0 and var point) return $"a link at {point} in: {text}";
        if (HostileReplies.Canaries.FirstOrDefault(c => text.Contains(c, StringComparison.Ordinal) && !source.Contains(c, StringComparison.Ordinal)) is { } canary) return $"{canary} in: {text}";
        if (text.FirstOrDefault(c => char.IsDigit(c) && !source.Contains(c, StringComparison.Ordinal) && !"2025/7".Contains(c, StringComparison.Ordinal)) is not '\0' and var digit) return $"{digit} in: {text}";
        // Every longer word stands in the record, or begins like one that does, or is one of reporting.
        var own = Tokens.In(source + " " + said.Record.Title).Select(t => source.Length >= t.Span.End ? source[t.Span.Start..t.Span.End].ToLowerInvariant() : "").Where(w => w.Length > 0).ToList();
        return Tokens.In(text).Select(t => text[t.Span.Start..t.Span.End].ToLowerInvariant()).FirstOrDefault(w =>
            w.Length > 3 && !own.Exists(o => o.StartsWith(w[..2], StringComparison.Ordinal) || o.Contains(w, StringComparison.Ordinal)) && !said.Record.Title.Contains(w, StringComparison.OrdinalIgnoreCase) && !GateWords.IsFree(w, said.Statement.Kind)) is { } word
            ? $"{word} in: {text}"
            : null;
    }

    private static StoredStatement Said(string words, StatementKind kind, string speaker, string title) => new(
        new()
        {
            Id = new("s"),
            Kind = kind,
            Span = new(0, words.Length),
            RecordId = new("r"),
            Attribution = new(speaker == "참석자들" ? AttributionLevel.Participants : AttributionLevel.Organisation, [speaker], []),
            Topics = ["power"],
            Strength = kind is StatementKind.Reply or StatementKind.Commitment ? ReplyStrength.WillReview : null,
        },
        words, new(new("r"), title, new(2025, 7, 25), Grade.Open, null), null, null, null);
}
