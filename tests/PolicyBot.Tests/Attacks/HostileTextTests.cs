using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Attacks;

/// <summary>Strings that broke other programs, as text of records and as questions: nothing throws, nothing hangs, every quotation stays word for word.</summary>
public sealed class HostileTextTests : IDisposable
{
    private static readonly Organisations Organisations = Organisations.Load(ShippedCatalogues.Organisations);
    private static readonly Topics Topics = Topics.Load(ShippedCatalogues.Topics);

    private readonly TemporaryFolder _folder = new();

    [Fact(Timeout = 60_000)]
    public Task Names_and_topics_are_sought_in_any_text() => Task.Run(
    () =>
    {
        var slugs = Topics.All.Select(t => t.Slug).ToHashSet();
        foreach (var text in Strings())
        {
            Assert.All(Organisations.FindIn(text, new(0, text.Length), null), m => Assert.InRange(m.Span.End, m.Span.Start + 1, text.Length));
            Assert.Subset(slugs, Topics.Classify(text, text).ToHashSet());
        }
    },
    TestContext.Current.CancellationToken);

    [Fact]
    public void A_name_with_a_lookalike_letter_is_not_the_name()
    {
        var changed = 0;
        foreach (var (from, to) in Lookalikes())
        {
            foreach (var name in (string[])["KT", "LG CNS", "SK텔레콤", "NIA"])
            {
                if (!name.Contains(from, StringComparison.Ordinal)) continue;
                changed++;
                var text = $"{name.Replace(from, to, StringComparison.Ordinal)}는 지원을 요청했다.";
                var meant = Organisations.Find(name, null);
                Assert.DoesNotContain(Organisations.FindIn(text, new(0, text.Length), null), m => m.Organisation == meant);
            }
        }

        Assert.NotEqual(0, changed);
    }

    [Fact(Timeout = 300_000)]
    public async Task Records_of_any_text_are_imported_and_asked_about_and_cited_word_for_word()
    {
        var token = TestContext.Current.CancellationToken;
        List<string> strings = [.. Strings(), .. Lookalikes().Select(pair => pair.To)];
        for (var i = 0; i < strings.Count; i++) _folder.Write($"in/{i:D4}.txt", Told(strings[i]));
        for (var i = 0; i < strings.Count; i++) _folder.Write($"in/{i:D4}-alone.txt", strings[i]);
        await using var archive = SqliteArchive.Open(Path.Combine(_folder.Path, "data"), Organisations, TimeProvider.System);
        var importer = new Importer(archive, new(TimeProvider.System), new(Organisations), new(Organisations, Topics), TimeProvider.System);

        var result = await importer.ImportAsync([Path.Combine(_folder.Path, "in")], null, token);

        Assert.Null(result.Stopped);
        Assert.Equal(strings.Count * 2, result.Imported + result.Unchanged + result.Rejected.Count);
        Assert.All(result.Rejected, r => Assert.False(string.IsNullOrWhiteSpace(r.Reason)));
        Assert.True(result.Imported > strings.Count, $"{result.Imported} of {strings.Count * 2} were imported");
        using var index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
        await new IndexFollower(archive, index, new PassageCutter(Organisations)).FollowAsync(null, token);
        var answerer = new ExtractiveAnswerer(archive, index, new QuestionReader(Organisations, Topics), TimeProvider.System, TimeZoneInfo.Utc);
        await AskAsync(archive, answerer, [.. strings, .. strings.Select(s => $"{s} 전력은 누가 요청했나?"), "전력은 누가 요청했나?"], token);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task AskAsync(SqliteArchive archive, ExtractiveAnswerer answerer, IReadOnlyList<string> questions, CancellationToken token)
    {
        var cited = 0;
        foreach (var question in questions)
        {
            var answer = await answerer.AnswerAsync(question, Grade.Classified, token);
            Assert.NotEmpty(answer.Text);
            foreach (var citation in answer.Citations)
            {
                var stored = await archive.FindRecordAsync(citation.RecordId, Grade.Classified, token);
                Assert.Equal(new SourceSpan(citation.Start, citation.End).Of(stored!.Record.Text), citation.Quote);
                cited++;
            }
        }

        Assert.NotEqual(0, cited);
    }

    private static string Told(string text) =>
        $"24일 세종에서 열린 간담회에서 홍길동 A사 대표는 “{text}”라며 전력 공급을 늘려 달라고 요청했다. 이몽룡 차관은 검토하겠다고 답했다.\n{text}\n";

    private static List<string> Strings() => [.. Rows("naughty-strings.jsonl").Select(r => r.GetProperty("text").GetString()!)];

    private static List<(string From, string To)> Lookalikes() =>
        [.. Rows("unicode-confusables.jsonl").Select(r => (r.GetProperty("from").GetString()!, r.GetProperty("to").GetString()!))];

    private static IEnumerable<JsonElement> Rows(string file) => File.ReadLines(SharedData.Path(Path.Combine("attacks", file))).Select(line => JsonElement.Parse(line));
}
