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

            foreach (var r in records) output.Line($"{r.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date   "}  {r.Id}  {r.Title}  ({r.Grade})");
            output.Line(records.Count == 0 ? "The archive is empty. Import files first: policybot import PATH… / 기록이 없습니다." : $"{records.Count} records / {records.Count}건");
            return ExitCode.Done;
        });
        return verb;
    }
}
