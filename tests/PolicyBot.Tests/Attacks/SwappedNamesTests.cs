using System.IO.Compression;
using System.Text.Json;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Tests.Records;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Attacks;

/// <summary>A model that puts another's name to everything said, over every labelled record and, with <c>POLICYBOT_ALL_ATTACKS</c>, every other text beside the checkout: no sentence of it stands.</summary>
public sealed class SwappedNamesTests
{
    private static readonly Organisations Organisations = Organisations.Load(ShippedCatalogues.Organisations);
    private static readonly Topics Topics = Topics.Load(ShippedCatalogues.Topics);

    [Fact(Timeout = 2_400_000)]
    public Task Nobody_is_named_for_the_words_of_another() => Task.Run(
    () =>
    {
        var gate = new Gate(Organisations, Topics);
        var (records, swaps, told) = (0, 0, new List<string>());
        foreach (var record in Records())
        {
            var meetings = new MeetingReader(Organisations).Read(record);
            var statements = new StatementReader(Organisations, Topics).Read(record, meetings);
            records++;
            var names = Names(record, meetings, statements);
            foreach (var statement in statements)
            {
                var stored = new StoredStatement(statement, statement.Span.Of(record.Text), new(record.Id, record.Title, record.Published, record.Grade, null), meetings.FirstOrDefault(m => m.Id == statement.MeetingId), null, null);
                foreach (var name in names.Where(n => !IsSpeaker(n, statement.Attribution)))
                    foreach (var lie in Lies(name, stored))
                    {
                        swaps++;
                        if (gate.FindFault(lie, [stored]) is null) told.Add($"{record.Id}: {lie}");
                    }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{swaps} swaps over {records} records, {told.Count} told.");
        Assert.True(swaps > 5000, $"{swaps} swaps only");
        Assert.True(told.Count == 0, $"{told.Count} of {swaps}:\n{string.Join('\n', told.Take(20))}");
    },
    TestContext.Current.CancellationToken);

    private static IEnumerable<string> Lies(string name, StoredStatement said)
    {
        var words = said.Text.ReplaceLineEndings(" ");
        yield return $"{name}: {words}";
        yield return $"{name}은 {words}고 말했다";
        yield return $"{words}고 {name}가 요청했다";
        yield return $"{name} said that {words}";
        yield return $"“{words}” {name}";
        foreach (var own in said.Statement.Attribution.Names) yield return $"{own.Replace(own.Split(' ')[0], name, StringComparison.Ordinal)}: {words}";
    }

    /// <summary>Everybody that the record names: present, speaking, or mentioned.</summary>
    private static List<string> Names(Record record, IReadOnlyList<Meeting> meetings, IReadOnlyList<Statement> statements) =>
    [
        .. meetings.SelectMany(m => m.Participants.Concat(m.Hosts)).SelectMany(p => new[] { p.Person, p.Organisation }).OfType<string>()
            .Concat(statements.Where(s => s.Attribution.Level >= AttributionLevel.Organisation).SelectMany(s => s.Attribution.Names))
            .Concat(Organisations.FindIn(record.Text, new(0, record.Text.Length), record.Published).Select(m => m.Span.Of(record.Text)))
            .Where(n => n.Length > 1).Distinct(StringComparer.Ordinal).Take(30),
    ];

    private static bool IsSpeaker(string name, Attribution by) =>
        by.Names.Any(n => n.Contains(name, StringComparison.Ordinal) || name.Contains(n, StringComparison.Ordinal) || n.Split(' ').Any(w => w.Length > 1 && name.Contains(w, StringComparison.Ordinal))
            || (Organisations.Find(name, null) is { } known && Organisations.FindIn(n, new(0, n.Length), null).Any(m => m.Organisation == known)));

    private static IEnumerable<Record> Records()
    {
        var reader = new RecordReader(TimeProvider.System);
        foreach (var path in Directory.EnumerateFiles(SharedData.Path("consultations"), "*.md").Where(f => Path.GetFileName(f) != "README.md").Append(SharedData.Path(Path.Combine("seed", "article.txt"))).Order(StringComparer.Ordinal))
            foreach (var read in reader.Read(path, TestContext.Current.CancellationToken))
                if (read.Record is { } record) yield return record;
        foreach (var example in GoldFile.Read(SharedData.Path("attribution-examples.dev.jsonl")))
            if (RecordReader.ReadText(example.Text, example.Id, example.Published, example.Language).Record is { } record) yield return record;
        if (!AttackStrings.AreAllAsked) yield break;
        foreach (var meeting in Lines("qmsum/meetings.jsonl.gz"))
            if (RecordReader.ReadText(string.Join('\n', meeting.GetProperty("turns").EnumerateArray().Select(t => $"{t.GetProperty("speaker")}: {t.GetProperty("text")}")), meeting.GetProperty("meeting_id").GetString()!, null, null).Record is { } record) yield return record;
        foreach (var text in ((string[])["ko_boolq", "ko_korquad", "ko_petitions"]).SelectMany(set => Lines(set + "/corpus.jsonl.gz")))
            if (RecordReader.ReadText(text.GetProperty("text").GetString()!, text.GetProperty("id").GetString()!, null, null).Record is { } record) yield return record;
    }

    private static IEnumerable<JsonElement> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return JsonElement.Parse(line);
    }
}
