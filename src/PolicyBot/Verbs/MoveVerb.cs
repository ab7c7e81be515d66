using System.CommandLine;
using PolicyBot.Contract;
using PolicyBot.Hosting;
using PolicyBot.Storage;

namespace PolicyBot.Verbs;

internal static class MoveVerb
{
    public static Command Create(CommonOptions common)
    {
        var to = new Option<string>("--to") { Description = "PostgreSQL connection, or folder of SQLite files / 옮겨 갈 곳", HelpName = "CONNECTION|FOLDER", Required = true };
        var verb = new Command("move", "Copy records and chat into another, empty store, checked row by row; no worker may be running / 저장소 옮기기") { to };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var from = Stores.ArePostgres(workplace.Settings) ? workplace.Settings["Store:ConnectionString"] : workplace.Folder;
            // What a worker wrote meanwhile would be left behind.
            using var alone = WorkerLock.Take(workplace.Folder);
            if (await Stores.PeekChatAsync(workplace.Settings, workplace.Folder, workplace.Time, cancellationToken) is { Workers: [var worker, ..] })
                throw new ArchiveException($"A worker runs on this store ({worker.Name}). Stop all workers, and move it then. / 이 저장소에서 봇이 실행 중입니다. 모두 멈춘 뒤 옮기십시오.") { IsWrongUse = true };
            var tables = await Task.Run(() => StoreMove.Run(from, parse.GetValue(to)!), cancellationToken);
            var output = common.Output(parse);
            if (output.Json) output.Write(new MoveShape([.. tables.Select(t => new MovedTableShape(t.Table, t.Rows, t.Hash))]), ContractJson.Readable.MoveShape);
            else
            {
                foreach (var table in tables.Where(t => t.Rows > 0)) output.Line($"{table.Table,-24} {table.Rows,9} {output.Pick("행", "rows")}  {table.Hash[..12]}");
                output.Line(output.Pick(
                    "모두 옮겼고 양쪽이 같습니다. Store:Provider와 Store:ConnectionString(또는 Store:Folder)을 설정하고 봇을 시작하십시오. 색인은 새로 만들어집니다.",
                    "Everything was copied and is the same on both sides. Set Store:Provider and Store:ConnectionString (or Store:Folder), then start the worker; its index is built anew."));
            }

            return ExitCode.Done;
        });
        return verb;
    }
}
