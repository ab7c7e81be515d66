using System.CommandLine;
using System.Globalization;
using PolicyBot.Contract;

namespace PolicyBot.Verbs;

internal static class RecordsVerb
{
    public static Command Create(CommonOptions common)
    {
        var verb = new Command("records", "The archive / 기록 목록");
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var records = await workplace.Archive.ListRecordsAsync(workplace.Clearance, cancellationToken);
            var output = common.Output(parse);
            if (output.Json)
            {
                output.Write(new([.. records.Select(r => new RecordRowShape(r.Id.Value, r.Title, r.Published, r.Grade, r.Source))]), ContractJson.Readable.RecordsShape);
                return ExitCode.Done;
            }

            foreach (var r in records) output.Line($"{r.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? output.Pick("날짜 없음 ", "no date   ")}  {r.Id}  {r.Title}  ({VerbWords.Of(r.Grade, output.Language)})");
            output.Line(records.Count == 0 ? output.Pick("기록이 없습니다. 먼저 파일을 가져오십시오: policybot import 파일…", "The archive is empty. Import files first: policybot import PATH… / 기록이 없습니다.") : output.Pick($"{records.Count}건", $"{records.Count} records / {records.Count}건"));
            return ExitCode.Done;
        });
        return verb;
    }
}
