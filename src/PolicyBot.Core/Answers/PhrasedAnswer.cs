using System.Buffers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>A point of an answer and the statement behind it.</summary>
internal sealed record FoundPoint(AnswerPoint Point, StoredStatement Statement)
{
    private static readonly SearchValues<char> OfMarks = SearchValues.Create("[]0123456789");

    public string Quote { get; } = $"“{Statement.Text.ReplaceLineEndings(" ")}”";

    private string Mark => $"[{Point.Citations[0]}]";

    /// <summary>The same words may stand twice, said by others elsewhere: the number tells them apart.</summary>
    public bool StandsIn(string line) =>
        line.IndexOf(Quote, StringComparison.Ordinal) is >= 0 and var at && line.LastIndexOf(Quote, StringComparison.Ordinal) == at && line.IndexOf(Mark, at + Quote.Length, StringComparison.Ordinal) > 0;

    /// <summary>Whether the line holds nothing but these words and their numbers.</summary>
    public bool FillsLine(string line) => StandsIn(line) && line.Trim() is var bare && bare.StartsWith(Quote, StringComparison.Ordinal) && bare.AsSpan(Quote.Length).Trim().IndexOfAnyExcept(OfMarks) < 0;
}

/// <summary>Puts a model's sentences in the place of the quotations that they tell; everything else of the answer stays as it is.</summary>
internal sealed class PhrasedAnswer(Answer answer, IReadOnlyList<FoundPoint> found)
{
    public Answer Write(IReadOnlyDictionary<int, PhrasedPoint> accepted) => answer with
    {
        Text = string.Join('\n', Rewrite(answer.Text.Split('\n'), accepted)),
        Parts = [.. answer.Parts.Select(part => part with { Lines = Rewrite(part.Lines, accepted) })],
        By = AnswerSource.Model,
    };

    /// <summary>As far as it is phrased: without the quotations whose sentences may still come.</summary>
    public Answer WriteSoFar(IReadOnlyDictionary<int, PhrasedPoint> accepted)
    {
        var whole = Write(accepted);
        var waiting = found.Where((_, i) => !accepted.ContainsKey(i + 1)).ToList();
        var parts = whole.Parts.Where((part, i) => i == 0 || !part.Lines.SequenceEqual(answer.Parts[i].Lines))
            .Select(part => part with { Lines = [.. part.Lines.Where(line => !waiting.Exists(w => w.StandsIn(line)))] }).ToList();
        var lines = new AnswerLines();
        foreach (var part in parts)
            if (part.Speaker is null) lines.Add(string.Join(' ', part.Lines));
            else lines.Add(part);
        return whole with { Text = lines.Text, Parts = lines.Parts, Citations = [.. answer.Citations.Where(c => lines.Text.Contains($"[{c.N}]", StringComparison.Ordinal))] };
    }

    private List<string> Rewrite(IEnumerable<string> lines, IReadOnlyDictionary<int, PhrasedPoint> accepted)
    {
        List<string> written = [.. lines];
        foreach (var point in accepted.Values.Distinct())
        {
            var told = found.Where((_, i) => accepted.GetValueOrDefault(i + 1) == point).ToList();
            var at = written.FindIndex(told[0].StandsIn);
            if (at < 0) continue;
            var sentence = point.Text.Trim().ReplaceLineEndings(" ");
            written[at] = written[at].Replace(told[0].Quote, sentence, StringComparison.Ordinal);
            foreach (var other in told.Skip(1)) Join(written, at, other);
            written.RemoveAll(line => line.Length == 0);
        }

        return written;
    }

    /// <summary>What the sentence tells as well needs no line of its own; one that says more than the words stays.</summary>
    private static void Join(List<string> written, int at, FoundPoint other)
    {
        var from = written.FindIndex(other.FillsLine);
        if (from < 0 || from == at) return;
        var marks = written[from].Trim()[other.Quote.Length..].Trim();
        written[at] += written[at].EndsWith(']') ? marks : " " + marks;
        written[from] = "";
    }
}
