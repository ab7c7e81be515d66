using System.CommandLine;
using PolicyBot.Contract;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

internal static class ExtractVerb
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "One document / 문서 하나" };
        var published = CommonOptions.Published();
        var verb = new Command("extract", "Show what would be understood of a file, storing nothing / 저장하지 않고 무엇이 읽히는지 보기") { file, published };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            return Run(workplace, workplace.Reader(parse.GetValue(published)), parse.GetValue(file)!, common.Output(parse), cancellationToken);
        });
        return verb;
    }

    private static int Run(Workplace workplace, RecordReader reader, string file, Output output, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new WrongUseException($"{file}: there is no such file. Check the path. / 그런 파일이 없습니다. 경로를 확인하십시오.");
        var refused = false;
        foreach (var read in reader.Read(file, cancellationToken))
        {
            if (read.Record is not { } record)
            {
                output.Error.WriteLine($"{read.Path}: {read.Refusal}");
                refused = true;
                continue;
            }

            var meetings = workplace.Meetings.Read(record);
            var statements = workplace.Statements.Read(record, meetings);
            var shape = new ExtractShape(
                new(record.Title, record.Published, record.Language.Code(), record.Text),
                [.. meetings.Select(m => MeetingShape.Of(m, workplace.Today))],
                [.. statements.Select(s => StatementShape.Of(s, s.Span.Of(record.Text)))]);
            if (output.Json) output.Write(shape, ContractJson.Readable.ExtractShape);
            else Print(shape, output);
        }

        return refused ? ExitCode.SomethingRefused : ExitCode.Done;
    }

    private static void Print(ExtractShape shape, Output output)
    {
        output.Line($"{shape.Record.Title}  ({shape.Record.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? output.Pick("날짜 없음", "no date")}, {shape.Record.Language})");
        foreach (var meeting in shape.Meetings) MeetingsVerb.Print(meeting, output);
        foreach (var statement in shape.Statements) ConcernsVerb.Print(statement, output, "  ");
        if (shape.Statements.Count == 0) output.Line(output.Pick("  발언을 찾지 못했습니다.", "  No statement was found. / 발언을 찾지 못했습니다."));
    }
}
