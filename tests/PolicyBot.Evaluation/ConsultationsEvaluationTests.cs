using System.Globalization;
using PolicyBot.Concerns;

namespace PolicyBot.Evaluation;

public sealed class ConsultationsEvaluationTests
{
    private const double LeastLevelAccuracy = 0.9;
    private const double LeastRecall = 0.7;

    private readonly List<Row> _rows = [];

    [Fact]
    public void Real_consultations_keep_the_level_of_attribution_that_they_had()
    {
        var folder = SharedData.Path("consultations");
        foreach (var gold in ConsultationGold.Load(Path.Combine(folder, "gold.json"))) Score(gold, Reading.Of(Path.Combine(folder, gold.Id + ".md")));

        Print();

        Assert.Empty(_rows.SelectMany(r => r.FalselyNamed));
        Assert.Empty(_rows.SelectMany(r => r.Inventions));
        Assert.InRange(Share(r => r.LevelRight, r => r.Found), LeastLevelAccuracy, 1);
        Assert.InRange(Share(r => r.Found, r => r.Concerns), LeastRecall, 1);
    }

    private double Share(Func<Row, int> part, Func<Row, int> whole) => _rows.Sum(part) / (double)Math.Max(1, _rows.Sum(whole));

    private void Score(ConsultationGold gold, Reading reading)
    {
        HashSet<Statement> met = [];
        List<Statement> asks = [.. reading.Asks.Where(s => !s.Attribution.Names.Any(n => gold.IsOfficial(n) && !gold.IsRaiser(n)))];
        List<Statement> answers = [.. reading.Statements.Where(s => s.Kind is StatementKind.Reply or StatementKind.Commitment)];
        var matches = gold.Concerns.Select(c => (Gold: c, Found: LabelMatch.Find(c.Label, reading, asks, met))).ToList();
        _rows.Add(new(
            gold.Id,
            gold.Concerns.Count,
            matches.Count(m => m.Found is not null),
            matches.Count(m => m.Found is { } found && m.Gold.Fits(found.Attribution.Level)),
            gold.Replies.Count,
            gold.Replies.Count(r => LabelMatch.Find(r.Label, reading, answers, met) is not null),
            [.. asks.Where(s => s.Attribution.Level >= AttributionLevel.Organisation && !s.Attribution.Names.All(gold.IsRaiser)).Select(Told)],
            [.. gold.Concerns.Count > 0 ? [] : asks.Select(Told)]));

        foreach (var (concern, found) in matches.Where(m => m.Found is null || !m.Gold.Fits(m.Found.Attribution.Level)))
            Write($"  {gold.Id}: {concern.Level} {concern.Who}: {concern.Label} => {(found is null ? "not found" : Told(found))}");

        string Told(Statement s) => $"{gold.Id}: {s.Attribution.Level} {string.Join(", ", s.Attribution.Names)}: {reading.Words(s)}";
    }

    private void Print()
    {
        Write($"{"",-26}{"concerns",9}{"found",6}{"level",6}{"replies",8}{"found",6}{"false",6}{"invented",9}");
        foreach (var r in _rows)
            Write($"{r.Id,-26}{r.Concerns,9}{r.Found,6}{r.LevelRight,6}{r.Replies,8}{r.RepliesFound,6}{r.FalselyNamed.Count,6}{r.Inventions.Count,9}");
        Write($"{"all",-26}{_rows.Sum(r => r.Concerns),9}{_rows.Sum(r => r.Found),6}{_rows.Sum(r => r.LevelRight),6}{_rows.Sum(r => r.Replies),8}{_rows.Sum(r => r.RepliesFound),6}{_rows.Sum(r => r.FalselyNamed.Count),6}{_rows.Sum(r => r.Inventions.Count),9}");
        foreach (var told in _rows.SelectMany(r => r.FalselyNamed)) Write($"  falsely named {told}");
    }

    private static void Write(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Row(
        string Id, int Concerns, int Found, int LevelRight, int Replies, int RepliesFound, IReadOnlyList<string> FalselyNamed, IReadOnlyList<string> Inventions);
}
