using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Contract;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;
using PolicyBot.Text.Personal;
using PolicyBot.Verbs;
using Spectre.Console;

namespace PolicyBot.Chat;

/// <summary>Draws answers and lists: tables and colours on a terminal, plain text elsewhere.</summary>
/// <param name="language">Of the lists; an answer comes in the language of its question.</param>
internal sealed class ConsoleScreen(TextWriter output, Language language)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
    private readonly bool _plain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    public void Line(string text = "") => output.WriteLine(PersonalData.Mask(text));

    public void Welcome()
    {
        Line("질문을 쓰십시오. 예: 전력 문제는 누가 제기했나?   (/help, /quit)");
        Line("Ask away, for instance: Who raised power supply for AI data centres?");
    }

    public void Question(string question) => Line("> " + question);

    /// <summary>What a question was taken to mean that leant on the one before.</summary>
    public void ReadAs(string question) =>
        Line(Languages.Detect(question) == Language.Korean ? $"이렇게 이해했습니다: {question}" : $"Read as: {question}");

    public void Show(Answer answer)
    {
        // A table tells statements well; meetings and passages are better read as text.
        if (_plain || answer.Points.Any(p => p.Kind is null))
        {
            AnswerText.Write(answer, output);
            Line();
            return;
        }

        _console.MarkupLine($"[{(answer.Status == AnswerStatus.Answered ? "bold" : "yellow")}]{Markup.Escape(Lead(answer))}[/]");
        if (answer.Points.Count > 0)
        {
            var korean = answer.Language == Language.Korean;
            var phrases = new Phrases(answer.Language);
            var table = new Table().Border(TableBorder.Rounded).Expand();
            foreach (var column in korean ? (string[])["누가", "무엇을", "언제", "근거"] : ["Who", "What", "When", "Proof"]) table.AddColumn(column);
            foreach (var point in answer.Points)
            {
                var quotes = answer.Citations.Where(c => point.Citations.Take(1).Contains(c.N)).Select(c => $"“{c.Quote.ReplaceLineEndings(" ")}”");
                var who = point.Kind is null ? "" : phrases.Speaker(point.Attribution) + phrases.Present(point.Attribution);
                var label = point.Kind is { } kind ? $"{phrases.Kind(kind)}{(point.Strength is { } s ? ": " + phrases.Strength(s) : "")}\n" : "";
                table.AddRow(Markup.Escape(who), Markup.Escape(label + string.Join('\n', quotes)), Markup.Escape(point.Date?.ToString() ?? ""), Markup.Escape(string.Concat(point.Citations.Select(n => $"[{n}]"))));
            }

            _console.Write(table);
        }

        foreach (var c in answer.Citations.DistinctBy(c => (c.RecordId, c.Title)))
            _console.MarkupLine($"[grey]{Markup.Escape($"[{string.Join(',', answer.Citations.Where(o => o.RecordId == c.RecordId).Select(o => o.N))}] {c.Title}, {Day(c.Date)}, {c.RecordId} {c.Url}")}[/]");
        Line();
    }

    /// <param name="withheld">Records that speak of it and may not be shown here.</param>
    public void Why(Answer? answer, int withheld)
    {
        if (answer?.Why is not { } why)
        {
            Line("아직 답한 질문이 없습니다. / No question was answered yet.");
            return;
        }

        foreach (var rule in why.Rules) Line("  " + rule);
        Line($"  이곳에서 볼 수 없어 쓰지 않은 기록: {withheld}건 / Records withheld here: {withheld}");
        Table(Pick<string[]>(["점수", "기록", "대목"], ["score", "record", "passage"]), why.Passages.Select(p => (string[])[p.Score.ToString("0.00", CultureInfo.InvariantCulture), p.RecordId.Value, p.Text.ReplaceLineEndings(" ")]));
    }

    public void Ledger(IReadOnlyList<LedgerEntry> entries) => Table(
        Pick<string[]>(["날짜", "상태", "누가", "말", "답"], ["date", "status", "who", "words", "reply"]),
        entries.Select(e => (string[])
        [
            e.Raised.Meeting?.Date?.ToString() ?? Day(e.Raised.Record.Published), VerbWords.Of(e.Status, language),
            new Phrases(language).Speaker(e.Raised.Statement.Attribution), e.Raised.Text, string.Join(" / ", e.Replies.Select(r => r.Text)),
        ]));

    public void Meetings(IReadOnlyList<MeetingShape> meetings) => Table(
        Pick<string[]>(["날짜", "상태", "회의", "장소", "주최"], ["date", "status", "meeting", "place", "host"]),
        meetings.Select(m => (string[])[m.Date ?? m.Series ?? "", MeetingsVerb.Status(m, language), m.Title, m.Place ?? "", string.Join(", ", m.Hosts.Select(MeetingsVerb.Name))]));

    public void Records(IReadOnlyList<RecordSummary> records) => Table(
        Pick<string[]>(["발행일", "번호", "제목", "등급"], ["published", "id", "title", "grade"]),
        records.Select(r => (string[])[Day(r.Published), r.Id.Value, r.Title, VerbWords.Of(r.Grade, language)]));

    public void Record(string id, StoredRecord? stored) =>
        Line(stored is null ? $"'{id}': 그런 기록은 없습니다. /records를 보십시오. / There is no such record; see /records." : stored.Record.Text);

    public void Fault(Exception fault)
    {
        Line($"이 질문에는 답하지 못했습니다. / This could not be answered: {fault.Message}");
        Line();
    }

    public void Status(StatusShape status) => Line(Pick(
        $"기록 {status.Records}건 ({Day(status.From)} ~ {Day(status.To)}), 대목 {status.Index.Passages}개, {status.Folder}",
        $"records {status.Records} ({Day(status.From)} ~ {Day(status.To)}), passages {status.Index.Passages}, {status.Folder}"));

    public void Help()
    {
        foreach (var (name, korean, english) in ConsoleCommands.All) Line($"  {name,-26} {korean} / {english}");
    }

    private T Pick<T>(T korean, T english) => language == Language.Korean ? korean : english;

    private void Table(string[] columns, IEnumerable<string[]> rows)
    {
        if (_plain)
        {
            foreach (var row in rows) Line(string.Join("  ", row));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns) table.AddColumn(column);
        foreach (var row in rows) table.AddRow([.. row.Select(PersonalData.Mask).Select(Markup.Escape)]);
        _console.Write(table);
    }

    private static string Lead(Answer answer) => answer.Points.Count > 0 ? answer.Text.Split('\n')[0] : answer.Text;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
