using System.Text;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Storage;

namespace PolicyBot.Commands;

/// <summary>One record: what it tells, and its text.</summary>
internal sealed class RecordCommand(Desk desk, MessageImport import) : IChatCommand
{
    /// <summary>A longer text comes as a file.</summary>
    private const int LongestText = 1500;
    private const int MostStatements = 10;

    public static CommandDefinition Shown { get; } = new("record", "기록", "One record in full", "기록 하나를 전문으로")
    {
        Options =
        [
            new("id", "기록번호", "The record's id, as citations show it", "인용에 적힌 기록 번호"),
            new("file", "파일", "A document to import; curators only", "가져올 문서(기록 담당자만)", OptionKind.File),
        ],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Message.Files.Count > 0) return await import.ImportAsync(wish, cancellationToken);
        var id = wish.Value("id") ?? "";
        if (id.Length == 0) return new() { Replies = [new(wish.Say("기록 번호를 적어 주십시오. 인용에 적혀 있습니다.", "Give the record's id, as citations show it."))] };
        if (await desk.Archive.FindRecordAsync(new(id), wish.Clearance, cancellationToken) is not { } stored)
            return new() { Replies = [new(wish.Say($"‘{id}’ 기록은 없습니다.", $"There is no record '{id}'."))] };
        return Listing.Keep(wish, Compose(wish, stored), Shown, 1);
    }

    private Reply Compose(Wish wish, StoredRecord stored)
    {
        var (record, phrases) = (stored.Record, new Phrases(wish.Language));
        var isLong = record.Text.Length > LongestText;
        var more = stored.Statements.Count - MostStatements;
        return new()
        {
            Language = wish.Language,
            Heading = record.Title,
            Text = wish.Pick(
                $"{phrases.Day(record.Published)} · 회의 {stored.Meetings.Count}건, 발언 {stored.Statements.Count}건, {stored.Versions.Count}판",
                $"{phrases.Day(record.Published)} · {stored.Meetings.Count} meetings, {stored.Statements.Count} statements, version {stored.Versions.Count}") + (isLong ? "" : $"\n\n{record.Text}"),
            Points =
            [
                .. stored.Meetings.Select(m => new ReplyPoint(m.Title, $"{m.Date?.ToString() ?? phrases.Day(null)}, {Listing.Status(m, desk.Today, wish.Language)}", m.Place is { } place ? [place] : [])),
                .. stored.Statements.Take(MostStatements).Select(s => new ReplyPoint(phrases.Speaker(s.Statement.Attribution), null, Lines(s, phrases))),
            ],
            Notes = more > 0 ? [wish.Pick($"발언 {more}건이 더 있습니다.", $"{more} more statements.")] : [],
            Citations = [new([1], record.Title, null, record.Published, record.Id.Value, record.Sources is [var source, ..] ? source : null, [])],
            Files = isLong ? [new($"{FileName(record.Id.Value)}.txt", "text/plain", Encoding.UTF8.GetBytes(record.Text), record.Title)] : [],
        };
    }

    private static IReadOnlyList<string> Lines(StoredStatement statement, Phrases phrases)
    {
        var s = statement.Statement;
        var label = s.Strength is { } strength ? $"{phrases.Kind(s.Kind)}: {phrases.Strength(strength)}" : phrases.Kind(s.Kind);
        var line = $"“{statement.Text.ReplaceLineEndings(" ")}” ({label})";
        return phrases.Present(s.Attribution).Trim() is { Length: > 0 } present ? [line, present] : [line];
    }

    private static string FileName(string id) => string.Concat(id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'))[..Math.Min(id.Length, 80)];
}
