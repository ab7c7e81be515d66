using System.CommandLine;
using System.Text;
using PolicyBot.Chat;
using PolicyBot.Contract;

namespace PolicyBot.Verbs;

/// <summary>Whether the audit trail is whole, and what it holds.</summary>
internal static class AuditVerb
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "JSON lines to write / 내보낼 파일" };
        var verify = new Command("verify", "Whether every row is what was written / 감사 기록이 온전한지 확인");
        var export = new Command("export", "Write the rows as JSON lines / JSON 줄로 내보내기") { file };
        verify.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            await using var store = Stores.OpenChat(workplace.Settings, workplace.Folder, workplace.Time);
            return Tell(await store.VerifyAsync(cancellationToken), common.Output(parse));
        });
        export.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            await using var store = Stores.OpenChat(workplace.Settings, workplace.Folder, workplace.Time);
            var rows = await WriteAsync(parse.GetValue(file)!, store, cancellationToken);
            common.Output(parse).Error.WriteLine($"{rows} rows. / {rows}행.");
            return ExitCode.Done;
        });
        return new("audit", "The audit trail: who saw what, without a word of it / 감사 기록") { verify, export };
    }

    private static int Tell(AuditState state, Output output)
    {
        if (output.Json) output.Write(new(state.Rows, state.Removed, state.Head, state.BrokenAt), ContractJson.Readable.AuditShape);
        else if (state.BrokenAt is { } row) output.Line($"Broken at row {row}: that row, or one before it, was changed or taken out. / {row}행에서 끊겼습니다. 그 행이나 그 앞의 행이 바뀌었거나 빠졌습니다.");
        else output.Line($"Whole: {state.Rows} rows{(state.Removed > 0 ? $", rows up to {state.Removed} removed by their age" : "")}, head {state.Head}. / 온전합니다.");
        return state.BrokenAt is null ? ExitCode.Done : ExitCode.SomethingRefused;
    }

    private static async Task<int> WriteAsync(string path, IAuditTrail trail, CancellationToken cancellationToken)
    {
        try
        {
            await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
            var rows = 0;
            await foreach (var line in trail.ExportAsync(cancellationToken))
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
                rows++;
            }

            return rows;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path}: the audit trail cannot be written ({fault.Message}). Choose another place. / 감사 기록을 쓸 수 없습니다. 다른 곳을 지정하십시오.");
        }
    }
}
