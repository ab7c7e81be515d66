using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PolicyBot.Contract;
using PolicyBot.Storage;

namespace PolicyBot.Verbs;

internal static class ImportVerb
{
    public static Command Create(CommonOptions common)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files and folders / 파일과 폴더" };
        var published = CommonOptions.Published();
        var verb = new Command("import", "Import records: .txt .md .html .json .jsonl .pdf .docx .hwpx .hwp .pptx .xlsx .eml .rss .ics .zip / 기록 가져오기") { paths, published };
        paths.Validators.Add(r =>
        {
            if (r.Tokens.FirstOrDefault(t => t.Value.StartsWith("--", StringComparison.Ordinal)) is { } unknown) r.AddError($"There is no option '{unknown.Value}'. / '{unknown.Value}' 옵션은 없습니다.");
        });
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            return await RunAsync(workplace, workplace.Importer(parse.GetValue(published), common.Error.WriteLine), parse.GetValue(paths)!, common.Output(parse), cancellationToken);
        });
        return verb;
    }

    internal static async Task<int> RunAsync(Workplace workplace, Importer importer, string[] paths, Output output, CancellationToken cancellationToken)
    {
        var result = await importer.ImportAsync(paths, new ImportLine(output), cancellationToken);
        var reread = result.Reread;
        if (result.Stopped is null) reread += await importer.RereadAsync(new ImportLine(output), cancellationToken);
        // The store is the truth; an index that another process holds follows by itself.
        if (result.Stopped is null && result.Imported + result.Updated + reread > 0) await workplace.OpenIndexAsync(null, cancellationToken);
        if (result.Stopped is null && workplace.OpenVectors() is { } vectors) await vectors.FollowAsync(cancellationToken);
        if (output.Json)
        {
            output.Write(Shape(result), ContractJson.Readable.ImportShape);
        }
        else
        {
            output.Line(output.Pick(
                $"가져옴 {result.Imported}건, 새 판 {result.Updated}건, 그대로 {result.Unchanged}건, 거부 {result.Rejected.Count}건.",
                $"Imported {result.Imported}, updated {result.Updated}, unchanged {result.Unchanged}, refused {result.Rejected.Count}."));
            if (reread > 0) output.Line(output.Pick($"규칙이나 목록이 바뀌어 저장된 기록 {reread}건을 다시 읽었습니다.", $"Understood {reread} stored records anew, as the rules or the catalogues are others now."));
            foreach (var record in result.Records.Where(r => r.Outcome is PutOutcome.Imported or PutOutcome.Updated).Take(50)) output.Line($"  {record.Id}  {record.Title}  ({Found(record, output)})");
            if (result.Skipped > 0) output.Line(output.Pick($"읽지 않는 형식의 파일 {result.Skipped}개를 건너뛰었습니다.", $"Skipped {result.Skipped} files of other kinds. / 읽지 않는 형식의 파일 {result.Skipped}개를 건너뛰었습니다."));
            foreach (var refused in result.Rejected) output.Line($"  {output.Pick("거부", "refused")}: {refused.Path}: {refused.Reason}");
        }

        if (workplace.Proposer is { Unread: [var (first, reason), ..] unread })
            await output.Error.WriteLineAsync(output.Pick(
                $"모델이 기록 {unread.Count}건을 읽지 못했습니다({first}부터): {reason}. 규칙으로는 읽었습니다. 모델도 읽게 하려면 고친 뒤 다시 가져오십시오.",
                $"The model did not read {unread.Count} records, from {first} on: {reason}. The rules read them; import again what the model is to read too, after a change."));
        if (result.Stopped is { } stopped) await output.Error.WriteLineAsync(stopped);
        return result.Stopped is null && result.Rejected.Count == 0 ? ExitCode.Done : ExitCode.SomethingRefused;
    }

    private static string Found(ImportedRecord record, Output output)
    {
        var found = output.Pick($"회의 {record.Meetings}, 발언 {record.Statements}", $"meetings {record.Meetings}, statements {record.Statements}");
        return record is { Outcome: PutOutcome.Updated, Version: { } version }
            ? found + output.Pick($", {version}판이 {version - 1}판을 대신함", $", version {version}, supersedes version {version - 1}")
            : found;
    }

    private static ImportShape Shape(ImportResult result) => new(
        result.Imported, result.Unchanged, result.Updated, [.. result.Rejected.Select(r => new RejectedShape(r.Path, r.Reason))],
        Shape(result.Records));

    private static ImportedRecordShape[] Shape(IEnumerable<ImportedRecord> records) =>
        [.. records.Select(r => new ImportedRecordShape(r.Id.Value, r.Path, r.Title, r.Meetings, r.Statements, r.Version))];

    /// <summary>One line on standard error, written over on a terminal, at most twice a second; for a script one of JSON after each commit, naming what is stored for good.</summary>
    private sealed class ImportLine(Output output) : IProgress<ImportProgress>
    {
        private const int BarWidth = 20;

        private readonly bool _terminal = !Console.IsErrorRedirected;
        private TimeSpan _last = TimeSpan.FromSeconds(0.5);

        public void Report(ImportProgress value)
        {
            if (output.Json) output.Error.WriteLine(JsonSerializer.Serialize(new(value.FilesDone, value.Files, Shape(value.Stored)), ContractJson.Readable.ImportProgressShape));
            else ReportLine(value);
        }

        private void ReportLine(ImportProgress value)
        {
            var every = _terminal ? TimeSpan.FromSeconds(0.5) : TimeSpan.FromSeconds(10);
            if (value.Elapsed - _last < every && !(value.FilesDone == value.Files && value.Elapsed > every)) return;
            _last = value.Elapsed;
            var rate = value.RecordsPerSecond;
            var wait = value.FilesDone > 0 && value.Files > value.FilesDone ? TimeSpan.FromSeconds(value.Elapsed.TotalSeconds / value.FilesDone * (value.Files - value.FilesDone)).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture) : null;
            var left = wait is null ? "" : output.Pick($", {wait} 남음", $", {wait} left");
            var done = value.Files == 0 ? 1 : (double)value.FilesDone / value.Files;
            var bar = _terminal ? $"[{new string('#', (int)(done * BarWidth)).PadRight(BarWidth, '-')}] {done.ToString("0 %", CultureInfo.InvariantCulture)} " : "";
            var line = bar + output.Pick(
                string.Create(CultureInfo.InvariantCulture, $"파일 {value.FilesDone}/{value.Files}, 기록 {value.Records}, 거부 {value.Rejected}, 초당 {rate:0}{left}"),
                string.Create(CultureInfo.InvariantCulture, $"files {value.FilesDone}/{value.Files}, records {value.Records}, refused {value.Rejected}, {rate:0}/s{left}"));
            output.Error.Write(_terminal ? "\r" + line.PadRight(100) : line + Environment.NewLine);
            if (_terminal && value.FilesDone == value.Files) output.Error.WriteLine();
        }
    }
}
