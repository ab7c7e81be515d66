using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Evaluation;

/// <summary>Reads labelled examples, one JSON object a line.</summary>
public static class GoldFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Throws <see cref="GoldFileException"/> for the first row that breaks the format; blank lines are skipped.</summary>
    public static IReadOnlyList<GoldExample> Read(string path)
    {
        List<GoldExample> examples = [];
        var line = 0;
        foreach (var json in ReadLines(path))
        {
            line++;
            if (string.IsNullOrWhiteSpace(json)) continue;
            try
            {
                examples.Add(Parse(json));
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                // The reader of JSON counts lines within the row, which would contradict the file's line.
                throw new GoldFileException($"{path}:{line}: {e.Message.Split(" | LineNumber")[0]}");
            }
        }

        return examples.Count > 0 ? examples : throw new GoldFileException($"{path}: holds no example; one JSON object a line is expected.");
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoldFileException($"{path}: cannot be read: {e.Message}");
        }
    }

    private static GoldExample Parse(string json)
    {
        var row = JsonSerializer.Deserialize<Row>(json, Options) ?? throw new FormatException("a JSON object is expected, not null.");
        var language = Languages.Parse(row.Lang) ?? throw new FormatException($"lang is '{row.Lang}'; write ko or en.");
        return new(row.Id, language, row.Trap ?? "", row.Published, row.Text, [.. row.Statements.Select((s, i) => Parse(row, s, i))]);
    }

    private static GoldStatement Parse(Row row, Labelled label, int place)
    {
        if (label.Start < 0 || label.End <= label.Start || label.End > row.Text.Length)
            throw new FormatException($"statement {place} of {row.Id} spans {label.Start} to {label.End}, but the text has {row.Text.Length} UTF-16 units.");
        var replies = label.ReplyTo ?? [];
        if (replies.Any(r => r < 0 || r >= row.Statements.Count || r == place))
            throw new FormatException($"statement {place} of {row.Id} replies to a statement that is not there; reply_to counts from 0.");
        return new(
            label.Kind, new(label.Start, label.End), label.Attribution.Level, label.Attribution.Names ?? [], label.Topic, label.Strength, replies,
            label.Due is { } due ? new(due.Text, due.By) : null);
    }

    private sealed record Row(string Id, string Lang, string Text, IReadOnlyList<Labelled> Statements, string? Trap = null, DateOnly? Published = null);

    private sealed record Labelled(
        StatementKind Kind,
        int Start,
        int End,
        Named Attribution,
        string? Topic = null,
        ReplyStrength? Strength = null,
        IReadOnlyList<int>? ReplyTo = null,
        LabelledDue? Due = null);

    private sealed record Named(AttributionLevel Level, IReadOnlyList<string>? Names = null);

    private sealed record LabelledDue(string Text, DateOnly? By = null);
}
