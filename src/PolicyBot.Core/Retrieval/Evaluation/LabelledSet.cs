using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PolicyBot.Records;

namespace PolicyBot.Retrieval.Evaluation;

/// <summary>A corpus, questions and which passages answer them (gains above 0), as the verb <c>eval retrieval</c> takes them.</summary>
public sealed record LabelledSet(
    IReadOnlyList<Passage> Corpus,
    IReadOnlyList<LabelledQuestion> Questions,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Relevant)
{
    public static LabelledSet Read(string corpus, string queries, string qrels) => new(
        [.. Lines(corpus).Select(l => PassageOf(corpus, l))],
        [.. Lines(queries).Select(l => QuestionOf(queries, l))],
        ReadRelevant(qrels));

    /// <summary>The sets as one: their passages compete with each other.</summary>
    public static LabelledSet Merge(IReadOnlyList<LabelledSet> sets) => new(
        [.. sets.SelectMany(s => s.Corpus)],
        [.. sets.SelectMany(s => s.Questions)],
        sets.SelectMany(s => s.Relevant).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal));

    private static Passage PassageOf(string path, Line line)
    {
        using var json = Parse(path, line);
        var (id, text) = (Text(path, line, json, "id"), Text(path, line, json, "text"));
        var title = json.RootElement.TryGetProperty("title", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        return new()
        {
            Id = new(id),
            RecordId = new(id),
            Span = new(0, text.Length),
            Text = text,
            Title = title,
            Grade = Grade.Open,
        };
    }

    private static LabelledQuestion QuestionOf(string path, Line line)
    {
        using var json = Parse(path, line);
        return new(Text(path, line, json, "id"), Text(path, line, json, "text"));
    }

    private static Dictionary<string, IReadOnlyDictionary<string, double>> ReadRelevant(string path)
    {
        var relevant = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var line in Lines(path))
        {
            var columns = line.Text.Split('\t');
            if (columns.Length is < 2 or > 3)
                throw new LabelledDataException(path, line.Number, "Expected 'queryId<TAB>passageId' and perhaps '<TAB>score'.");
            var gain = 1.0;
            if (columns.Length == 3 && !double.TryParse(columns[2], NumberStyles.Float, CultureInfo.InvariantCulture, out gain))
            {
                if (line.Number == 1) continue;
                throw new LabelledDataException(path, line.Number, $"The score '{columns[2]}' is not a number.");
            }

            if (line.Number == 1 && IsHeader(columns)) continue;
            if (!relevant.TryGetValue(columns[0], out var passages)) relevant[columns[0]] = passages = new Dictionary<string, double>(StringComparer.Ordinal);
            if (gain > 0) ((Dictionary<string, double>)passages)[columns[1]] = gain;
        }

        return relevant;
    }

    private static bool IsHeader(string[] columns) =>
        columns[0].Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() is "QUERYID" or "QID" or "QUERY";

    private static JsonDocument Parse(string path, Line line)
    {
        try
        {
            var json = JsonDocument.Parse(line.Text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json
                : throw new LabelledDataException(path, line.Number, "Expected one JSON object a line.");
        }
        catch (JsonException e)
        {
            throw new LabelledDataException(path, line.Number, $"This is not JSON: {e.Message}");
        }
    }

    private static string Text(string path, Line line, JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new LabelledDataException(path, line.Number, $"The text property \"{name}\" is missing or empty.");

    private static IEnumerable<Line> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? (Stream)new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, new UTF8Encoding(false, true));
        for (var number = 1; Next(path, reader, number) is { } text; number++)
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return new(number, text);
        }
    }

    private static string? Next(string path, StreamReader reader, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
        {
            throw new LabelledDataException(path, number, $"Cannot read on: {e.Message}");
        }
    }

    private readonly record struct Line(int Number, string Text);
}

public sealed record LabelledQuestion(string Id, string Text);
