using System.CommandLine;
using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Contract;
using PolicyBot.Records;

namespace PolicyBot.Verbs;

internal static class ConcernsVerb
{
    public static Command Create(CommonOptions common)
    {
        var organisation = new Option<string[]>("--organisation") { Description = "Only this organisation / 기관" };
        var person = new Option<string[]>("--person") { Description = "Only this person / 인물" };
        var topic = new Option<string[]>("--topic") { Description = "Only this topic (slug or name) / 주제" };
        var meeting = new Option<string?>("--meeting") { Description = "Only this meeting / 회의" };
        var from = new Option<DateOnly?>("--from") { Description = "From this day / 이날부터", CustomParser = CommonOptions.ParseDay };
        var to = new Option<DateOnly?>("--to") { Description = "To this day / 이날까지", CustomParser = CommonOptions.ParseDay };
        var status = new Option<string>("--status") { Description = "open, answered, committed or all / 상태", DefaultValueFactory = _ => "all" }.AcceptOnlyFromAmong("open", "answered", "committed", "all");
        var verb = new Command("concerns", "The ledger: concern, reply, commitment / 우려·답변·약속 대장") { organisation, person, topic, meeting, from, to, status };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var wanted = parse.GetValue(status)!;
            var entries = await new Ledger(workplace.Archive).ReadAsync(
                new()
                {
                    Organisations = [.. parse.GetValue(organisation)!.Select(o => workplace.Organisations.Find(o, workplace.Today)?.Name ?? o)],
                    People = parse.GetValue(person)!,
                    Topics = [.. parse.GetValue(topic)!.Select(t => workplace.FindTopic(t))],
                    MeetingId = parse.GetValue(meeting) is { } id ? new MeetingId(id) : null,
                    From = parse.GetValue(from),
                    To = parse.GetValue(to),
                    Clearance = workplace.Clearance,
                    Limit = int.MaxValue,
                },
                wanted == "all" ? null : Enum.Parse<LedgerStatus>(wanted, ignoreCase: true),
                cancellationToken);
            var output = common.Output(parse);
            if (output.Json) output.Write(new([.. entries.Select(ConcernShape.Of)]), ContractJson.Readable.ConcernsShape);
            else Print(entries, output);
            return ExitCode.Done;
        });
        return verb;
    }

    public static void Print(StatementShape statement, Output output, string indent)
    {
        var language = output.Language;
        var names = statement.Attribution.Names.Count > 0 ? " " + string.Join(", ", statement.Attribution.Names) : "";
        var present = statement.Attribution.Present.Count > 0 ? $" ({output.Pick("참석", "present")}: {string.Join(", ", statement.Attribution.Present)})" : "";
        var strength = statement.Strength is { } s ? $", {VerbWords.Of(s, language)}" : "";
        var due = statement.Due is { } d ? $", {output.Pick("기한", "due")} {d.Text}{(d.By is { } by ? " = " + by.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}" : "";
        output.Line($"{indent}[{VerbWords.Of(statement.Kind, language)}{strength}{due}] {VerbWords.Of(statement.Attribution.Level, language)}{names}{present}: “{statement.Text.ReplaceLineEndings(" ")}” ({string.Join(", ", statement.Topics)})");
    }

    private static void Print(IReadOnlyList<LedgerEntry> entries, Output output)
    {
        foreach (var entry in entries)
        {
            var day = entry.Raised.Meeting?.Date?.ToString() ?? entry.Raised.Record.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "----------";
            output.Line($"{day}  {VerbWords.Of(entry.Status, output.Language)}  {entry.Raised.Record.Id}");
            Print(StatementShape.Of(entry.Raised), output, "  ");
            foreach (var reply in entry.Replies) Print(StatementShape.Of(reply), output, "    -> ");
        }

        output.Line(entries.Count == 0 ? output.Pick("해당하는 항목이 없습니다.", "Nothing in the ledger meets this. / 해당하는 항목이 없습니다.") : output.Pick($"{entries.Count}건", $"{entries.Count} entries / {entries.Count}건"));
    }
}
