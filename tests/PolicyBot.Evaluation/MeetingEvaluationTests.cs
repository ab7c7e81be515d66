using System.Text.Json;
using PolicyBot.Records;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Evaluation;

/// <summary>Meetings found in the labelled examples, the retold consultations and the seed article. Prints what missed; fails when a share falls.</summary>
public sealed class MeetingEvaluationTests(ITestOutputHelper output)
{
    private static readonly MeetingReader Reader = new(Catalogue());

    [Fact]
    public void Examples_with_labelled_meetings_are_read_alike() => ScoreExamples(SharedData.Path("attribution-examples.dev.jsonl"), least: 0.9);

    [Fact]
    public void Held_out_examples_are_read_alike() => ScoreExamples(InProject("tests/PolicyBot.Evaluation/attribution-examples.own.jsonl"), least: 0.9);

    private void ScoreExamples(string path, double least)
    {
        var score = new MeetingScore(output);
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            if (!row.RootElement.TryGetProperty("meetings", out var wanted)) continue;
            var text = row.RootElement.GetProperty("text").GetString()!;
            var record = Whole(row.RootElement.GetProperty("id").GetString()!, text, DateOnly.Parse(row.RootElement.GetProperty("published").GetString()!, null));
            score.Add(record, [.. wanted.EnumerateArray().Select(WantedMeeting.Of)], Reader.Read(record));
        }

        score.Print();
        Assert.True(score.Count >= least && score.Date >= least && score.Status >= least && score.Place >= least && score.Host >= least);
    }

    [Fact]
    public void Consultations_give_day_host_place_and_attendance()
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(SharedData.Path("consultations/gold.json")));
        var (dates, hosts, places, wantedPlaces, found, present, records) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var row in gold.RootElement.EnumerateArray())
        {
            var record = Consultation(SharedData.Path($"consultations/{row.GetProperty("id").GetString()}.md"));
            var meetings = Reader.Read(record);
            var (date, host, place) = (row.GetProperty("date").GetString()!, row.GetProperty("host").GetString()!, row.GetProperty("place").GetString());
            var day = meetings.Any(m => m.Date?.ToString() is { } d && (d == date || (d.Length == 7 && date.StartsWith(d, StringComparison.Ordinal))));
            var by = meetings.Any(m => m.Hosts.Any(h => MeetingScore.Shares(h.ToString(), host)));
            var at = place is null || meetings.Any(m => MeetingScore.Shares(m.Place, place));
            var names = row.GetProperty("attendees").EnumerateArray().Select(a => a.GetString()!).ToList();
            var there = names.Count(n => meetings.Any(m => m.Participants.Concat(m.Hosts).Any(p => MeetingScore.Names(p, n))));
            (records, dates, hosts, places, wantedPlaces, found, present) = (records + 1, dates + (day ? 1 : 0), hosts + (by ? 1 : 0), places + (place is not null && at ? 1 : 0), wantedPlaces + (place is null ? 0 : 1), found + there, present + names.Count);
            if (day && by && at && there == names.Count && meetings.Count == 1) continue;
            output.WriteLine($"{record.Id} {(day ? "" : "DATE ")}{(by ? "" : "HOST ")}{(at ? "" : "PLACE ")}{there}/{names.Count} wanted {host} @ {place}: {string.Join(", ", names)}");
            foreach (var m in meetings) output.WriteLine($"    {MeetingScore.Show(m)} ({string.Join(" | ", m.Participants)})");
        }

        output.WriteLine($"consultations: {records} records, date {dates}, host {hosts}, place {places}/{wantedPlaces}, attendees {found}/{present}");
        Assert.True(dates >= records * 0.9 && hosts >= records * 0.7 && places >= wantedPlaces * 0.7 && found >= present * 0.7);
    }

    [Fact]
    public void The_seed_article_holds_four_meetings()
    {
        var text = File.ReadAllText(SharedData.Path("seed/article.txt"));
        var meetings = Reader.Read(Whole("seed", text, new(2025, 7, 25)));
        foreach (var m in meetings) output.WriteLine($"{m.Title}: {MeetingScore.Show(m)} ({string.Join(" | ", m.Participants)}) told {string.Join(" ", m.Told)}");
        Assert.Equal(["2025-07-08", "2025-07-24", "2025-07-24", "2025-07-25"], meetings.Select(m => m.Date?.ToString()).Order());
        Assert.All(meetings, m => Assert.Equal(MeetingStatus.Held, m.Status));
        foreach (var place in (string[])["각 세종", "소프트웨어산업협회", "연수센터"]) Assert.Contains(meetings, m => m.Place?.Contains(place, StringComparison.Ordinal) == true);
        Assert.Contains(meetings, m => m.Participants.Count(p => p.Organisation is not null) == 4);
        Assert.Contains(meetings, m => m.Participants.Count(p => p.Organisation is not null) == 6);
        Assert.DoesNotContain(Reader.Read(Whole("seed", text, null)), m => m.Date is not null);
    }

    private static Record Whole(string id, string text, DateOnly? published) =>
        RecordReader.ReadText(text, id, published).Record! with { Id = new(id) };

    private static Record Consultation(string path) => new RecordReader(TimeProvider.System).Read(path, TestContext.Current.CancellationToken).Single().Record!;

    private static Organisations Catalogue() => Organisations.Load(InProject("config/organisations.yaml"));

    private static string InProject(string relative)
    {
        var dir = new DirectoryInfo(AppContext.BaseDirectory);
        while (dir is not null && !File.Exists(Path.Combine(dir.FullName, "PolicyBot.sln"))) dir = dir.Parent;
        return Path.Combine(dir!.FullName, relative);
    }
}
