using System.CommandLine;
using System.Globalization;
using PolicyBot.Contract;

namespace PolicyBot.Verbs;

internal static class RecordVerb
{
    public static Command Create(CommonOptions common)
    {
        var id = new Argument<string>("ID") { Description = "The record's id / 기록 번호" };
        var verb = new Command("record", "One record with its meetings, statements and versions / 기록 하나 보기") { id };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var output = common.Output(parse);
            var name = parse.GetValue(id)!;
            if (await workplace.Archive.FindRecordAsync(new(name), workplace.Clearance, cancellationToken) is not { } stored)
            {
                await output.Error.WriteLineAsync($"There is no record '{name}' here. List them with: policybot records / '{name}' 기록은 여기에 없습니다. 목록 보기: policybot records");
                return ExitCode.SomethingRefused;
            }

            var shape = new RecordDetailShape(RecordShape.Of(stored), [.. stored.Meetings.Select(m => MeetingShape.Of(m, workplace.Today))], [.. stored.Statements.Select(StatementShape.Of)])
            {
                Repeats = RepetitionShape.Of(stored.Repeats.Where(r => r.IsOrigin)),
                RepeatedBy = RepetitionShape.Of(stored.Repeats.Where(r => !r.IsOrigin)),
            };
            if (output.Json) output.Write(shape, ContractJson.Readable.RecordDetailShape);
            else Print(shape, output);
            return ExitCode.Done;
        });
        return verb;
    }

    private static void Print(RecordDetailShape shape, Output output)
    {
        var record = shape.Record;
        output.Line($"{record.Title}  ({record.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? output.Pick("날짜 없음", "no date")}, {VerbWords.Of(record.Grade, output.Language)}, {record.Id})");
        foreach (var source in record.Sources) output.Line("  " + source);
        foreach (var version in record.Versions) output.Line($"  {output.Pick($"{version.Version}판", $"version {version.Version}")}, {version.Imported:yyyy-MM-dd HH:mm zzz}, {version.Path}");
        foreach (var origin in shape.Repeats ?? []) output.Line(output.Pick($"  {origin.Id}, {origin.Title}의 글을 되풀이함(짧은 쪽의 {origin.Share} %); 한 일로 셈", $"  repeats {origin.Id}, {origin.Title} ({origin.Share} % of the shorter text); one happening, counted once"));
        foreach (var repeat in shape.RepeatedBy ?? []) output.Line(output.Pick($"  {repeat.Id}, {repeat.Title}에서 되풀이됨(짧은 쪽의 {repeat.Share} %); 한 일로 셈", $"  repeated by {repeat.Id}, {repeat.Title} ({repeat.Share} % of the shorter text); one happening, counted once"));
        output.Line();
        output.Line(record.Text);
        output.Line();
        foreach (var meeting in shape.Meetings) MeetingsVerb.Print(meeting, output);
        foreach (var statement in shape.Statements) ConcernsVerb.Print(statement, output, "  ");
    }
}
