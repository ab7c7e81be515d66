using System.CommandLine;
using System.Globalization;
using System.Text;
using PolicyBot.Answers;
using PolicyBot.Storage;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

namespace PolicyBot.Verbs;

internal static class ExportVerb
{
    private const string Extension = ".csv";

    private static readonly string[] Columns =
        ["date", "meeting", "place", "kind", "level", "speaker", "present", "words", "topics", "status", "times raised", "first raised", "last raised", "replies", "reply strength", "due", "record", "title", "source"];

    private static readonly string[] KoreanColumns =
        ["날짜", "회의", "장소", "종류", "발언 수준", "발언자", "참석", "원문", "주제", "상태", "나온 횟수", "처음", "마지막", "답변", "답변 강도", "기한", "기록", "제목", "출처"];

    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE.csv") { Description = "The table to write / 내보낼 파일" };
        var verb = new Command("export", "The ledger as a table for a spreadsheet / 대장을 표로 내보내기") { file };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            var path = parse.GetValue(file)!;
            if (!Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase))
                throw new WrongUseException($"{path}: the table is written as {Extension} only, which every spreadsheet opens. Name a file that ends in {Extension}. / 표는 {Extension} 파일로만 씁니다. 스프레드시트에서 바로 열립니다. {Extension}로 끝나는 이름을 주십시오.");
            await using var workplace = common.Open(parse);
            var entries = await new Ledger(workplace.Archive).ReadAsync(new() { Clearance = workplace.Clearance, Limit = int.MaxValue }, null, cancellationToken);
            await using var trail = new ConsoleTrail(workplace, common.Time);
            var output = common.Output(parse);
            await WriteAsync(path, entries, trail, output.Language, cancellationToken);
            // There is nothing to say in JSON, and nothing else may stand on standard output then.
            await (output.Json ? output.Error : output.Out).WriteLineAsync(output.Pick($"{entries.Count}건을 {path}에 썼습니다.", $"{entries.Count} entries in {path} / {entries.Count}건을 {path}에 썼습니다."));
            return ExitCode.Done;
        });
        return verb;
    }

    /// <summary>Written beside and then moved into place: a full disk leaves no half table.</summary>
    private static async Task WriteAsync(string path, IReadOnlyList<LedgerEntry> entries, ConsoleTrail trail, Language language, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        var table = Row(language == Language.Korean ? KoreanColumns : Columns) + string.Concat(entries.Select(e => Row(Cells(e, language).Select(PersonalData.Mask))));
        try
        {
            // Spreadsheets take a UTF-8 file for something else unless it starts with the mark.
            await File.WriteAllTextAsync(part, table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellationToken);
            await trail.NoteExportAsync(entries.SelectMany(e => e.Replies.Prepend(e.Raised)).Select(s => s.Record.Id), table, cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path}: the table cannot be written ({fault.Message}). Choose another place. / 파일을 쓸 수 없습니다. 다른 곳을 지정하십시오.");
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    private static IEnumerable<string> Cells(LedgerEntry entry, Language language)
    {
        var (raised, statement, isKorean) = (entry.Raised, entry.Raised.Statement, language == Language.Korean);
        yield return raised.Meeting?.Date?.ToString() ?? Day(raised.Record.Published);
        yield return raised.Meeting?.Title ?? "";
        yield return raised.Meeting?.Place ?? "";
        yield return isKorean ? VerbWords.Of(statement.Kind, language) : Word(statement.Kind);
        yield return isKorean ? VerbWords.Of(statement.Attribution.Level, language) : Word(statement.Attribution.Level);
        yield return string.Join("; ", statement.Attribution.Names);
        yield return string.Join("; ", statement.Attribution.Present);
        yield return raised.Text;
        yield return string.Join("; ", statement.Topics);
        yield return isKorean ? VerbWords.Of(entry.Status, language) : Word(entry.Status);
        yield return (raised.Raised?.Times ?? 1).ToString(CultureInfo.InvariantCulture);
        yield return Day(raised.Raised?.First);
        yield return Day(raised.Raised?.Last);
        yield return string.Join("; ", entry.Replies.Select(Reply));
        yield return string.Join("; ", entry.Replies.Select(r => r.Statement.Strength).OfType<Concerns.ReplyStrength>().Select(s => isKorean ? VerbWords.Of(s, language) : Word(s)));
        yield return string.Join("; ", entry.Replies.Select(r => r.Statement.Due).OfType<Concerns.Due>().Select(d => d.By is { } by ? $"{d.Text} ({Day(by)})" : d.Text));
        yield return raised.Record.Id.Value;
        yield return raised.Record.Title;
        yield return raised.Record.Source ?? "";
    }

    private static string Reply(StoredStatement reply) => $"{string.Join(", ", reply.Statement.Attribution.Names)}: {reply.Text}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection).</summary>
    internal static string Cell(string text)
    {
        var start = text.TrimStart(' ', '\u00A0', '\u3000');
        if (start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠') text = "'" + text;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
