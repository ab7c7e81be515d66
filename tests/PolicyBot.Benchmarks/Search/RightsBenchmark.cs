using System.Diagnostics;
using System.Globalization;
using PolicyBot.Benchmarks.Chat;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Search;

/// <summary><c>rights [--passages N]</c>: the same questions to one index of records of all grades and several groups, without rights and at several clearances, in turn for each question.</summary>
internal static class RightsBenchmark
{
    private const int Seed = 11;
    private const int Questions = 1000;
    private const int Groups = 8;
    private const double Goal = 1.10;

    private static readonly Grade[] Grades = [Grade.Open, Grade.Open, Grade.Sensitive, Grade.Sensitive, Grade.Classified];

    // The last one sees nearly all: it scores as much as without rights, and pays for the filter besides.
    private static readonly (string Name, Clearance Clearance)[] Ways =
    [
        ("rights off", Clearance.Everything),
        ("open", Clearance.Open),
        ("sensitive, 2 groups", new(Grade.Sensitive, Group(1), Group(2))),
        ("classified, all groups but one", new(Grade.Classified, [.. Enumerable.Range(1, Groups - 1).Select(Group)])),
    ];

    public static int Run(string[] arguments)
    {
        var passages = arguments is ["--passages", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("policybot-rights-");
        try
        {
            using var index = PassageIndex.Open(folder.FullName);
            var questions = Fill(index, passages);
            var first = Ways.Select(way => Ask(index, questions[0], way.Clearance, 1)).ToArray();
            foreach (var question in questions.Take(questions.Count / 4))
                foreach (var way in Ways) Ask(index, question, way.Clearance, 1);
            return Report(passages, first, Measure(index, questions)) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Fill(PassageIndex index, int passages)
    {
        var (text, asking, asked) = (new KoreanText(Seed), new KoreanText(Seed + 1), new List<string>());
        var every = Math.Max(1, passages / Questions);
        for (var record = 0; record * 10 < passages; record++)
        {
            var id = new RecordId($"r{record}");
            var of = Enumerable.Range(0, 10).Select(n => new Passage
            {
                Id = new($"{id}#{n}"),
                RecordId = id,
                Span = new SourceSpan(0, 1),
                Text = text.Passage(),
                Grade = Grades[record % Grades.Length],
                // Three records in four are for everybody of their grade.
                Group = record % 4 == 3 ? Group(record / 4 % Groups) : null,
            }).ToList();
            index.Replace(id, of);
            foreach (var (n, passage) in of.Index())
                if (((record * 10) + n) % every == 0 && asked.Count < Questions) asked.Add(asking.QuestionAbout(passage.Text));
        }

        index.Commit(1);
        return asked;
    }

    private static double[][] Measure(PassageIndex index, List<string> questions)
    {
        var times = Ways.Select(_ => new double[questions.Count]).ToArray();
        foreach (var (q, question) in questions.Index())
        {
            // Whoever comes first finds colder caches: each does in its turn.
            for (var n = 0; n < Ways.Length; n++)
            {
                var way = (n + q) % Ways.Length;
                times[way][q] = Ask(index, question, Ways[way].Clearance, 3);
            }
        }

        return times;
    }

    /// <summary>Milliseconds of the shortest of so many askings.</summary>
    private static double Ask(PassageIndex index, string question, Clearance clearance, int askings)
    {
        var shortest = double.MaxValue;
        for (var n = 0; n < askings; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            index.FindPassagesAsync(new() { Text = question, Top = 20, Clearance = clearance }, CancellationToken.None).GetAwaiter().GetResult();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return shortest;
    }

    private static bool Report(int passages, double[] first, double[][] times)
    {
        Console.WriteLine(FormattableString.Invariant($"{passages} passages of three grades and {Groups} groups, {times[0].Length} questions in turn, top 20, shortest of three askings; load average {Cost.LoadAverage()}"));
        Console.WriteLine($"{"",-32}{"p50, ms",9}{"ratio",7}{"p95, ms",9}{"ratio",7}{"first, ms",11}");
        foreach (var of in times) Array.Sort(of);
        var (p50, p95) = (At(times[0], 0.5), At(times[0], 0.95));
        var reached = true;
        foreach (var (n, way) in Ways.Index())
        {
            var (median, late) = (At(times[n], 0.5), At(times[n], 0.95));
            reached &= median <= p50 * Goal && late <= p95 * Goal;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way.Name,-32}{median,9:0.00}{median / p50,7:0.00}{late,9:0.00}{late / p95,7:0.00}{first[n],11:0.0}"));
        }

        Console.WriteLine(FormattableString.Invariant($"goal: ratios of at most {Goal:0.00}: {(reached ? "reached" : "missed")}"));
        return reached;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static string Group(int number) => $"group{number}";
}
